/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.HexFormat;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.Phone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that calls itself Active Directory and has its attributes. */
class ActiveDirectoryTest {
    private static final String USERS = "CN=Users," + LdapBench.BASE;

    private final Received copy = new Received();

    private final LdapBench bench = LdapBench.start(null, ActiveDirectoryTest::domainController);

    ActiveDirectoryTest() throws LDAPException {
        bench.add(USERS, "objectClass: container", "cn: Users");
        user("Anna Rossi", "512", "00112233445566778899aabbccddeeff");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static void domainController(InMemoryDirectoryServerConfig config) {
        config.setGenerateOperationalAttributes(false);
        config.setCustomRootDSEAttributes(List.of(
                new Attribute("supportedCapabilities", "1.2.840.113556.1.4.800", "1.2.840.113556.1.4.1670"),
                new Attribute("defaultNamingContext", LdapBench.BASE)));
    }

    private void user(String name, String accountControl, String guid) throws LDAPException {
        Entry entry = LdapBench.entry(
                "CN=" + name + "," + USERS,
                "objectClass: person",
                "objectClass: user",
                "objectCategory: person",
                "cn: " + name,
                "displayName: " + name,
                "userAccountControl: " + accountControl,
                "telephoneNumber: +39 02 555",
                "otherTelephone: +39 02 556",
                "ipPhone: 201",
                "company: Esempio S.p.A.",
                "department: Vendite",
                "streetAddress: Via Roma, 1\\nScala B",
                "l: Milano",
                "co: Italia",
                "info: Nota",
                "wWWHomePage: http://example.test",
                "whenCreated: 20260105080000.0Z",
                "whenChanged: 20260105080000.0Z");
        entry.addAttribute("objectGUID", HexFormat.of().parseHex(guid));
        entry.addAttribute("thumbnailPhoto", new byte[] {1, 2, 3});
        bench.server.add(entry);
    }

    @Test
    void aUserIsUnderstood() throws Exception {
        Contact anna = copy.read(bench.settings()).named("Anna Rossi");
        assertThat(anna.id().key()).isEqualTo("33221100-5544-7766-8899-aabbccddeeff");
        assertThat(anna.phones())
                .containsExactly(
                        new Phone("201", Phone.Type.INTERNAL),
                        new Phone("+39 02 555", Phone.Type.WORK),
                        new Phone("+39 02 556", Phone.Type.WORK));
        assertThat(anna.organisation()).isEqualTo("Esempio S.p.A.");
        assertThat(anna.department()).isEqualTo("Vendite");
        assertThat(anna.note()).isEqualTo("Nota");
        assertThat(anna.web()).isEqualTo("http://example.test");
        assertThat(anna.addresses()).singleElement().asString().endsWith("Milano\nItalia");
        assertThat(anna.hasPhoto()).isTrue();
    }

    @Test
    void accountsThatAreSwitchedOffAndComputersAreLeftOut() throws Exception {
        user("Gone Away", "514", "00112233445566778899aabbccddee00");
        bench.add(
                "CN=PC1," + USERS,
                "objectClass: person",
                "objectClass: user",
                "objectClass: computer",
                "objectCategory: computer",
                "cn: PC1",
                "userAccountControl: 4096",
                "telephoneNumber: 1");
        assertThat(copy.read(bench.settings()).contacts.values())
                .extracting(Contact::name)
                .containsExactly("Anna Rossi");
    }

    @Test
    void laterOnlyWhatChangedIsRead() throws Exception {
        user("Bruno Neri", "512", "00112233445566778899aabbccddee01");
        copy.read(bench.settings());
        bench.server.modify(
                "CN=Anna Rossi," + USERS,
                new Modification(ModificationType.REPLACE, "ipPhone", "202"),
                new Modification(ModificationType.REPLACE, "whenChanged", "20260220080000.0Z"));
        copy.read(bench.settings());
        assertThat(copy.everything).isFalse();
        assertThat(copy.put).isEqualTo(1);
        assertThat(copy.named("Anna Rossi").phones())
                .first()
                .extracting(Phone::number)
                .isEqualTo("202");
        bench.server.delete("CN=Bruno Neri," + USERS);
        copy.read(bench.settings());
        assertThat(copy.everything).isTrue();
        assertThat(copy.contacts).hasSize(1);
    }

    @Test
    void theBaseIsWhatTheServerSays() throws Exception {
        assertThat(copy.read(bench.settings("base", "")).contacts).hasSize(1);
    }
}
