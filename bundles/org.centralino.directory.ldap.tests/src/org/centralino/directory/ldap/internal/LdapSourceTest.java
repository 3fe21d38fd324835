/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.source.SourceException;
import org.centralino.testbench.People;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read from a server, at first and later. */
class LdapSourceTest {
    private final Received copy = new Received();

    private LdapBench bench = LdapBench.start();

    LdapSourceTest() throws LDAPException {}

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void everyPageOfALargeDirectoryIsRead() throws Exception {
        for (People.Person person : new People(1).first(1_250).toList()) {
            bench.person(person.name() + " " + person.place(), "telephoneNumber: " + person.work());
        }
        copy.read(bench.settings("pageSize", "100"));
        assertThat(copy.everything).isTrue();
        assertThat(copy.expected).isEqualTo(1_250);
        assertThat(copy.contacts).hasSize(1_250);
        assertThat(copy.put).isEqualTo(1_250);
        assertThat(copy.problems).isEmpty();
    }

    @Test
    void aPersonOfInetOrgPersonIsUnderstood() throws Exception {
        bench.person(
                "Anna Rossi",
                "displayName: Rossi Anna",
                "givenName: Anna",
                "sn: Rossi",
                "o: Esempio S.p.A.",
                "ou: Vendite",
                "title: Responsabile",
                "telephoneNumber: +39 02 5551234",
                "mobile: +39 333 1234567",
                "homePhone: +39 031 555666",
                "facsimileTelephoneNumber: +39 02 5551235$fineResolution",
                "mail: anna@example.test",
                "postalAddress: Via Roma, 1$20121 Milano$Italia",
                "description: Lavora da casa il lunedì",
                "labeledURI: https://example.test/anna Pagina di Anna",
                "jpegPhoto: not looked at here");
        Contact anna = copy.read(bench.settings()).named("Rossi Anna");
        assertThat(anna.id().source()).isEqualTo("staff");
        assertThat(anna.id().key()).matches("[0-9a-f-]{36}");
        assertThat(anna.kind()).isEqualTo(Kind.INTERNAL);
        assertThat(anna.givenName()).isEqualTo("Anna");
        assertThat(anna.familyName()).isEqualTo("Rossi");
        assertThat(anna.organisation()).isEqualTo("Esempio S.p.A.");
        assertThat(anna.department()).isEqualTo("Vendite");
        assertThat(anna.title()).isEqualTo("Responsabile");
        assertThat(anna.phones())
                .containsExactly(
                        new Phone("+39 02 5551234", Phone.Type.WORK),
                        new Phone("+39 333 1234567", Phone.Type.MOBILE),
                        new Phone("+39 031 555666", Phone.Type.HOME),
                        new Phone("+39 02 5551235", Phone.Type.FAX));
        assertThat(anna.emails()).containsExactly("anna@example.test");
        assertThat(anna.addresses()).containsExactly("Via Roma, 1\n20121 Milano\nItalia");
        assertThat(anna.note()).isEqualTo("Lavora da casa il lunedì");
        assertThat(anna.web()).isEqualTo("https://example.test/anna");
        assertThat(anna.hasPhoto()).isTrue();
        assertThat(copy.photos.get(anna.id().key()))
                .isEqualTo("not looked at here".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theSettingsSayWhichAttributeIsWhat() throws Exception {
        bench.person("Anna Rossi", "employeeNumber: 4711", "nickname: Annina", "title: Dott.ssa");
        copy.read(bench.settings(
                "attributes.name",
                "nickname",
                "attributes.internalPhone",
                "employeeNumber",
                "attributes.shoeSize",
                "size"));
        Contact anna = copy.named("Annina");
        assertThat(anna.phones()).first().isEqualTo(new Phone("4711", Phone.Type.INTERNAL));
        assertThat(anna.title()).isEqualTo("Dott.ssa");
        assertThat(copy.problems).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("attributes.shoeSize");
            assertThat(problem.reason()).isEqualTo(Messages.unknownField);
        });
        assertThatThrownBy(() -> copy.read(bench.settings("attributes.name", "cn)(objectClass=*")))
                .isInstanceOf(SourceException.class)
                .hasMessage(NLS.bind(Messages.badSetting, "attributes.name", "cn)(objectClass=*"));
    }

    @Test
    void onlyPersonsWithANumberAreReadUnlessAFilterSaysWho() throws Exception {
        bench.person("Anna Rossi");
        bench.add("cn=silent," + LdapBench.BASE, "objectClass: person", "cn: silent", "sn: silent", "l: Roma");
        bench.add("cn=printer," + LdapBench.BASE, "objectClass: device", "cn: printer", "telephoneNumber: 12");
        assertThat(copy.read(bench.settings()).contacts.values())
                .extracting(Contact::name)
                .containsExactly("Anna Rossi");
        assertThat(copy.read(bench.settings("filter", "(|(cn=print*)(l=Roma))"))
                        .contacts
                        .values())
                .extracting(Contact::name)
                .containsExactlyInAnyOrder("silent", "printer");
        assertThatThrownBy(() -> copy.read(bench.settings("filter", "(cn=*")))
                .hasMessage(NLS.bind(Messages.badSetting, "filter", "(cn=*"));
    }

    @Test
    void laterOnlyWhatChangedIsRead() throws Exception {
        for (People.Person person : new People(2).first(50).toList()) {
            bench.person(person.name() + " " + person.place());
        }
        bench.person("Anna Rossi");
        copy.read(bench.settings());
        assertThat(copy.put).isEqualTo(51);
        assertThat(copy.read(bench.settings()).put).isZero();
        assertThat(copy.everything).isFalse();

        String key = copy.named("Anna Rossi").id().key();
        bench.server.modify(
                "cn=Anna Rossi," + LdapBench.BASE,
                new Modification(ModificationType.REPLACE, "telephoneNumber", "+39 06 999"));
        bench.add(
                "cn=Bruno Neri," + LdapBench.BASE,
                "objectClass: person",
                "cn: Bruno Neri",
                "sn: Neri",
                "telephoneNumber: 77");
        copy.read(bench.settings());
        assertThat(copy.everything).isFalse();
        assertThat(copy.put).isEqualTo(2);
        assertThat(copy.contacts).hasSize(52);
        assertThat(copy.contacts.get(key))
                .extracting(Contact::defaultPhone)
                .isEqualTo(new Phone("+39 06 999", Phone.Type.WORK));
        copy.read(bench.settings());
        assertThat(copy.everything).isFalse();
        assertThat(copy.contacts).hasSize(52);
    }

    @Test
    void whoIsGoneOrHasNoNumberAnyMoreIsGoneHereToo() throws Exception {
        bench.person("Anna Rossi");
        bench.person("Bruno Neri");
        bench.person("Carla Verdi");
        copy.read(bench.settings());
        bench.server.delete("cn=Bruno Neri," + LdapBench.BASE);
        copy.read(bench.settings());
        assertThat(copy.everything).isTrue();
        assertThat(copy.contacts.values()).extracting(Contact::name).containsExactly("Anna Rossi", "Carla Verdi");
        bench.server.modify(
                "cn=Carla Verdi," + LdapBench.BASE, new Modification(ModificationType.DELETE, "telephoneNumber"));
        copy.read(bench.settings());
        assertThat(copy.contacts.values()).extracting(Contact::name).containsExactly("Anna Rossi");
    }

    @Test
    void whoComesWhileAnotherGoesIsNotTakenForTheSame() throws Exception {
        bench.person("Anna Rossi");
        bench.person("Bruno Neri");
        copy.read(bench.settings());
        bench.server.delete("cn=Bruno Neri," + LdapBench.BASE);
        bench.person("Carla Verdi");
        copy.read(bench.settings());
        assertThat(copy.contacts.values()).extracting(Contact::name).containsExactly("Anna Rossi", "Carla Verdi");
    }

    @Test
    void whoIsRenamedKeepsTheKey() throws Exception {
        bench.person("Anna Rossi");
        copy.read(bench.settings());
        String key = copy.named("Anna Rossi").id().key();
        bench.server.modifyDN("cn=Anna Rossi," + LdapBench.BASE, "cn=Anna Bianchi", true);
        copy.read(bench.settings());
        assertThat(copy.contacts).hasSize(1);
        assertThat(copy.named("Anna Bianchi").id().key()).isEqualTo(key);
    }

    @Test
    void otherSettingsReadEverythingAgain() throws Exception {
        bench.person("Anna Rossi", "nickname: Annina");
        copy.read(bench.settings());
        copy.read(bench.settings("attributes.name", "nickname"));
        assertThat(copy.everything).isTrue();
        assertThat(copy.contacts.values()).extracting(Contact::name).containsExactly("Annina");
        copy.mark = "what another version wrote";
        assertThat(copy.read(bench.settings()).everything).isTrue();
    }

    @Test
    void hostileEntriesDoNoHarm() throws Exception {
        String star = "*)(uid=*))(|(cn=\\2a";
        bench.person("one", "displayName: " + star);
        bench.person("two", "displayName: " + "x".repeat(10_000));
        bench.person("three", "displayName: \u202Eissor\u202C \u0007anna\u0000\nrossi\u2066 ");
        Entry junk =
                LdapBench.entry("cn=four," + LdapBench.BASE, "objectClass: person", "cn: four", "telephoneNumber: 123");
        junk.addAttribute("displayName", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xC0});
        junk.addAttribute("jpegPhoto", new byte[] {1, 2, 3});
        bench.old(junk);
        String[] numbers = new String[500];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = "telephoneNumber: +39 02 " + (100_000 + i);
        }
        bench.person("five", numbers);
        bench.person("six", "displayName: \u0001\u0002", "telephoneNumber: \u200E ");
        copy.read(bench.settings());
        assertThat(copy.contacts.values())
                .extracting(contact -> contact.name().replaceFirst("x{9999}", "…"))
                .containsExactlyInAnyOrder(star, "…x", "issor anna rossi", "four", "five", "six");
        assertThat(copy.named("five").phones()).hasSize(500);
        assertThat(copy.named("six").phones()).isEmpty();
        assertThat(copy.problems).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("cn=four," + LdapBench.BASE);
            assertThat(problem.reason()).isEqualTo(NLS.bind(Messages.notText, "displayName"));
        });
    }

    @Test
    void anEntryWithoutANameIsReportedAndTheRestIsIn() throws Exception {
        bench.person("Anna Rossi");
        Entry nameless =
                LdapBench.entry("uid=nameless," + LdapBench.BASE, "objectClass: person", "telephoneNumber: ---");
        bench.old(nameless);
        copy.read(bench.settings());
        assertThat(copy.contacts).hasSize(1);
        assertThat(copy.problems).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("uid=nameless," + LdapBench.BASE);
            assertThat(problem.reason()).isEqualTo(Messages.noName);
        });
    }

    @Test
    void otherServersAreNotAskedButNamed() throws Exception {
        bench.person("Anna Rossi");
        bench.add(
                "ou=branch," + LdapBench.BASE,
                "objectClass: referral",
                "objectClass: extensibleObject",
                "ou: branch",
                "ref: ldap://elsewhere.example.test/ou=branch,dc=example,dc=test");
        copy.read(bench.settings());
        assertThat(copy.contacts).hasSize(1);
        assertThat(copy.problems).singleElement().satisfies(problem -> {
            assertThat(problem.where()).startsWith("ldap://elsewhere.example.test");
            assertThat(problem.reason()).isEqualTo(Messages.referral);
        });
    }

    @Test
    void whatAServerGivesBeforeItsLimitIsTaken() throws Exception {
        bench.close();
        bench = LdapBench.start(null, config -> config.setMaxSizeLimit(20));
        for (int i = 0; i < 30; i++) {
            bench.person("Person " + i);
        }
        copy.read(bench.settings());
        assertThat(copy.contacts).hasSize(20);
        assertThat(copy.problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo(NLS.bind(Messages.truncated, 20)));
        assertThat(copy.mark).isNull();
    }

    @Test
    void addressesAreComposedWhereThereIsNoWholeOne() throws Exception {
        bench.person("Anna Rossi", "street: Via Roma, 1", "postalCode: 20121", "l: Milano", "st: MI");
        Contact anna = copy.read(bench.settings()).named("Anna Rossi");
        assertThat(anna.addresses()).isEqualTo(List.of("Via Roma, 1\n20121 Milano (MI)"));
    }
}
