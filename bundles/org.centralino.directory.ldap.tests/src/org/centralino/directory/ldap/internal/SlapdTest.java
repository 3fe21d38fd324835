/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.source.SourceSettings;
import org.centralino.testbench.Certificates;
import org.centralino.testbench.People;
import org.centralino.testbench.Slapd;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** OpenLDAP's own server. */
class SlapdTest {
    private final People people = new People(7);
    private final Received copy = new Received();

    private final Path folder;

    SlapdTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @Timeout(60)
    void aThousandPeopleAreReadEncryptedAndFollowed() throws Exception {
        Certificates authority = new Certificates(folder);
        try (Slapd slapd = Slapd.start(folder.resolve("slapd"), people, 1_000, authority.issue("localhost"))) {
            SourceSettings settings = settings(
                    "ldap://localhost:" + slapd.port(), authority.authority().toString());
            copy.read(settings);
            assertThat(copy.problems).isEmpty();
            assertThat(copy.contacts).hasSize(1_000);
            people.first(1_000).forEach(person -> assertSame(person, copy.contacts));

            try (LDAPConnection administrator = new LDAPConnection("127.0.0.1", slapd.port())) {
                administrator.bind(Slapd.ADMINISTRATOR, Slapd.PASSWORD);
                administrator.modify(dn(3), new Modification(ModificationType.REPLACE, "telephoneNumber", "+39 06 1"));
                copy.read(settings);
                assertThat(copy.everything).isFalse();
                assertThat(copy.put).isEqualTo(1);
                assertThat(contact(3).phones())
                        .first()
                        .extracting(Phone::number)
                        .isEqualTo("+39 06 1");

                administrator.delete(dn(4));
                copy.read(settings);
                assertThat(copy.everything).isTrue();
                assertThat(copy.contacts)
                        .hasSize(999)
                        .doesNotContainKey(people.at(4).uuid().toString());
            }
        }
    }

    @Test
    @Tag("long")
    @Timeout(600)
    void aHundredThousandPeopleAreReadInLessThanAMinute() throws Exception {
        try (Slapd slapd = Slapd.start(folder.resolve("slapd"), people, 100_000, null)) {
            SourceSettings settings = settings(slapd.url(), "");
            Counting first = new Counting();
            Duration all = first.read(settings, null);
            Counting again = new Counting();
            Duration changes = again.read(settings, first.mark);
            System.out.printf(
                    "100,000 entries read in %d ms, %d expected; found unchanged in %d ms%n",
                    all.toMillis(), first.expected, changes.toMillis());
            assertThat(first.put).isEqualTo(100_000);
            assertThat(all).isLessThan(Duration.ofMinutes(1));
            assertThat(again.everything).isFalse();
            assertThat(again.put).isZero();
        }
    }

    private static SourceSettings settings(String url, String trust) {
        return new SourceSettings(
                "staff",
                "ldap",
                Kind.INTERNAL,
                "Staff",
                Map.of("url", List.of(url), "base", List.of(Slapd.BASE), "trust", List.of(trust)));
    }

    private static String dn(int place) {
        return "uid=p" + place + ",ou=people," + Slapd.BASE;
    }

    private Contact contact(int place) {
        return copy.contacts.getOrDefault(people.at(place).uuid().toString(), NOBODY);
    }

    private static final Contact NOBODY = new Contact(
            new ContactId("", ""),
            Kind.INTERNAL,
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            null,
            false);

    private static void assertSame(People.Person person, Map<String, Contact> contacts) {
        Contact contact = contacts.getOrDefault(person.uuid().toString(), NOBODY);
        assertThat(contact.name()).isEqualTo(person.name());
        assertThat(contact.department()).isEqualTo(person.department());
        assertThat(contact.phones()).first().extracting(Phone::number).isEqualTo(person.work());
        assertThat(contact.emails()).containsExactly(person.mail());
        assertThat(contact.addresses())
                .containsExactly(person.street() + "\n" + person.postalCode() + " " + person.city());
    }

    /** Keeps no contacts: what they take in memory is not measured here. */
    private static final class Counting extends Received {

        Duration read(SourceSettings settings, @Nullable String since) throws Exception {
            long begin = System.nanoTime();
            mark = new LdapSource().read(settings, since, this);
            return Duration.ofNanos(System.nanoTime() - begin);
        }

        @Override
        public void put(Contact contact, byte @Nullable [] photo) {
            put++;
        }
    }
}
