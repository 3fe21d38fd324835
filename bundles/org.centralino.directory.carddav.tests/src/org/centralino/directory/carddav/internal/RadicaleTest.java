/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.centralino.directory.Contact;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.centralino.directory.source.SourceTls;
import org.centralino.testbench.Certificates;
import org.centralino.testbench.Radicale;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real CardDAV server. */
@Timeout(60)
class RadicaleTest {
    private final Received copy = new Received();
    private final Certificates authority;
    private final Radicale radicale;

    RadicaleTest(@TempDir Path folder) throws IOException {
        authority = new Certificates(folder);
        SSLContext trusting = SourceTls.context(new SourceSettings(
                "bench",
                "carddav",
                Kind.EXTERNAL,
                "",
                Map.of(SourceTls.TRUST, List.of(authority.authority().toString()))));
        radicale = Radicale.start(folder.resolve("radicale"), authority.issue("localhost"), trusting);
        Map<String, String> cards = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            cards.put(i + ".vcf", card("Person " + i, "+39 02 " + (5000 + i)));
        }
        radicale.book("suppliers", cards);
    }

    @AfterEach
    void stop() {
        radicale.close();
    }

    @Test
    void anAddressBookIsFoundAndFollowed() throws Exception {
        radicale.book("customers", Map.of("anna rossi.vcf", card("Anna Rossi", "+39 06 1")));
        copy.read(settings());
        assertThat(copy.problems).isEmpty();
        assertThat(copy.everything).isTrue();
        assertThat(copy.expected).isEqualTo(121);
        assertThat(copy.contacts).hasSize(121);
        Contact anna = copy.named("Anna Rossi");
        assertThat(anna.id().key()).isEqualTo("/anna/customers/anna rossi.vcf");
        assertThat(anna.phones()).containsExactly(new Phone("+39 06 1", Phone.Type.WORK));

        assertThat(copy.read(settings()).everything).isFalse();
        assertThat(copy.put).isZero();

        radicale.put("suppliers", "7.vcf", card("Person 7", "+39 02 7777"));
        radicale.put("suppliers", "new.vcf", card("Bruno Neri", "+39 02 8888"));
        radicale.delete("suppliers", "8.vcf");
        copy.read(settings());
        assertThat(copy.everything).isFalse();
        assertThat(copy.put).isEqualTo(2);
        assertThat(copy.contacts).hasSize(121).doesNotContainKey("/anna/suppliers/8.vcf");
        assertThat(copy.named("Person 7").phones()).extracting(Phone::number).containsExactly("+39 02 7777");
        assertThat(copy.named("Bruno Neri").phones()).extracting(Phone::number).containsExactly("+39 02 8888");
    }

    @Test
    void aTokenThatIsNotKnownAnyMoreReadsEverything() throws Exception {
        copy.read(settings());
        radicale.delete("suppliers", "8.vcf");
        radicale.forgetChanges("suppliers");
        copy.read(settings());
        assertThat(copy.everything).isTrue();
        assertThat(copy.contacts).hasSize(119);
    }

    @Test
    void aBrokenCardIsReportedAndTheRestIsIn() throws Exception {
        radicale.put(
                "suppliers", "8.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:Person-8\r\nFN:\r\nN:;;;;\r\nEND:VCARD\r\n");
        copy.read(settings());
        assertThat(copy.contacts).hasSize(119);
        assertThat(copy.problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).contains("8.vcf"));
        radicale.put(
                "suppliers", "9.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:Person-9\r\nFN:\r\nN:;;;;\r\nEND:VCARD\r\n");
        copy.read(settings());
        assertThat(copy.everything).isFalse();
        assertThat(copy.contacts).hasSize(118).doesNotContainKey("/anna/suppliers/9.vcf");
    }

    @Test
    void oneBookAloneIsReadWhereTheAddressIsIts() throws Exception {
        radicale.book("customers", Map.of("anna.vcf", card("Anna Rossi", "+39 06 1")));
        copy.read(settings("url", radicale.url() + "anna/customers/"));
        assertThat(copy.contacts).containsOnlyKeys("/anna/customers/anna.vcf");
        assertThatThrownBy(() -> copy.read(settings("url", radicale.url() + "anna/nothing/")))
                .isInstanceOf(SourceException.class);
    }

    @Test
    void userAndPasswordMustBeRight() {
        assertThatThrownBy(() -> copy.read(settings("password", "wrong")))
                .isInstanceOf(SourceException.class)
                .hasMessage(NLS.bind(Messages.refusedUser, server(), Radicale.USER));
    }

    @Test
    void aCertificateThatNobodyVouchesForEndsIt() {
        assertThatThrownBy(() -> copy.read(settings("trust", "")))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(NLS.bind(Messages.badCertificate, server(), ""));
        assertThatThrownBy(() -> copy.read(settings("url", radicale.url().replace("localhost", "127.0.0.1"))))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("127.0.0.1");
    }

    private String server() {
        return radicale.url().substring("https://".length(), radicale.url().length() - 1);
    }

    private SourceSettings settings(String... more) {
        Map<String, List<String>> values = new HashMap<>(Map.of(
                "url", List.of(radicale.url()),
                "user", List.of(Radicale.USER),
                "password", List.of(Radicale.PASSWORD),
                "trust", List.of(authority.authority().toString())));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], List.of(more[i + 1]));
        }
        return new SourceSettings("suppliers", "carddav", Kind.EXTERNAL, "Suppliers", values);
    }

    private static String card(String name, String number) {
        return String.join(
                "\r\n",
                "BEGIN:VCARD",
                "VERSION:3.0",
                "UID:" + name.replace(' ', '-'),
                "FN:" + name,
                "N:" + name + ";;;;",
                "TEL;TYPE=WORK:" + number,
                "END:VCARD",
                "");
    }
}
