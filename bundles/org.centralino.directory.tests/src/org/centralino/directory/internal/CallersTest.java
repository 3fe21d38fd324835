/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.directory.internal.Directories.contact;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.centralino.directory.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls: by the number, and by the host it comes from. */
class CallersTest {

    private static final List<Contact> PEOPLE = List.of(
            contact("1", "Mario Rossi", "+39 06 1234567", "347 9876543"),
            contact("2", "Rossella Bianchi", "142"),
            contact("3", "Jos\u00e9 D'Angelo", "sip:jose@example.com"),
            contact("4", "Erika Muster", "sip:142@elsewhere.example"),
            contact("5", "Hans Muster", "207@elsewhere.example"),
            contact("6", "Paola Verdi", "sip:paola@office.test"),
            contact("7", "Sala riunioni", "301234"));

    @TempDir
    Path folder = Path.of("");

    private DirectoryComponent directory = Directories.in(Path.of(""));

    @BeforeEach
    void fill() {
        directory = Directories.with(folder, PEOPLE);
        directory.exchange(Set.of("Office.test", "pbx.office.test", "sbc"));
    }

    @AfterEach
    void stop() {
        Directories.stop(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+39061234567",
                "0039061234567",
                "061234567",
                "39061234567",
                "tel:+39-06-1234567",
                "sip:+39061234567@office.test;user=phone",
                "sip:061234567@office.test"
            })
    void a_number_is_recognised_however_it_is_written(String caller) {
        assertThat(name(caller)).isEqualTo("Mario Rossi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:+39061234567@carrier.example",
                "sip:%2B39061234567@carrier.example:5080",
                "sip:+39061234567;npdi@carrier.example",
                "sip:00393479876543@carrier.example",
                "sip:3479876543@carrier.example"
            })
    void a_global_number_is_recognised_whatever_its_host(String caller) {
        assertThat(name(caller)).isEqualTo("Mario Rossi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "142",
                "tel:142",
                "sip:142@office.test",
                "sips:142@OFFICE.test:5061;transport=tls",
                "sip:142@pbx.office.test",
                "sip:142@sbc",
                "sip:142@192.0.2.7",
                "sip:142@192.0.2.7:5080",
                "sip:142@[2001:db8::7]:5060"
            })
    void an_extension_is_one_of_ours_at_our_exchange(String caller) {
        assertThat(name(caller)).isEqualTo("Rossella Bianchi");
    }

    @Test
    void an_extension_of_another_exchange_is_not_ours() {
        assertThat(name("sip:142@other.example")).isEmpty();
        assertThat(name("142@other.example")).isEmpty();
        assertThat(name("sip:301234@other.example"))
                .as("as long as a number of the network")
                .isEmpty();
        assertThat(name("sip:301234@office.test")).isEqualTo("Sala riunioni");
        directory.exchange(Set.of());
        assertThat(name("sip:142@office.test"))
                .as("nobody said that this is ours")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sip:142@elsewhere.example, Erika Muster",
        "sip:142@Elsewhere.example:5060, Erika Muster",
        "142@elsewhere.example, Erika Muster",
        "sip:207@elsewhere.example, Hans Muster",
        "sip:jose@EXAMPLE.com;transport=tls, Jos\u00e9 D'Angelo",
        "paola, Paola Verdi"
    })
    void a_contact_written_as_an_address_is_that_caller(String caller, String name) {
        assertThat(name(caller)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14", "anonymous", "desk142", "sip:jose@elsewhere.com", "sip:@", "sip:142@[", "jose"})
    void nobody_else_is_taken_for_somebody(String caller) {
        assertThat(name(caller)).isEmpty();
    }

    private String name(String caller) {
        return Directories.get(directory.byNumber(caller)).map(Contact::name).orElse("");
    }
}
