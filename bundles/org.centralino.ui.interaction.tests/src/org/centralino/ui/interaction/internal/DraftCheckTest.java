/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"142", "+39 02 5550 142", "(02) 5550-142", "sip:anna@example.com", "anna@example.com", "*21#", ""
            })
    void what_can_be_called_is_a_number(String number) {
        assertThat(DraftCheck.number(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a number", "anna", "12\u20ac", "call me", "@", "sip:"})
    void what_cannot_be_called_is_said_in_words(String number) {
        assertThat(DraftCheck.number(number)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria@example.com", "m.r+x@mail.example.com", "josé@esempio.it"})
    void mail_goes_to_one_address(String mail) {
        assertThat(Links.mail(mail)).startsWith("mailto:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maria",
                "a@b@c",
                "a@b?cc=all@example.com",
                "a@b,c@d",
                "a@b&attach=/etc/passwd",
                "a\r\n@b",
                "a%0a@b",
                " "
            })
    void and_to_nothing_else(String mail) {
        assertThat(Links.mail(mail)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.com/a?b=c", "HTTP://example.com"})
    void pages_of_the_web_can_be_opened(String page) {
        assertThat(Links.web(page)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "javascript:alert(1)",
                "www.example.com",
                "https:",
                "https://user:secret@example.com",
                "ht tp://x",
                "/bin/sh"
            })
    void and_nothing_else_can(String page) {
        assertThat(Links.web(page)).isNull();
    }

    @Test
    void empty_rows_are_left_out_and_the_name_is_made_of_its_parts() {
        ContactDraft draft = ContactDraft.of(People.MARIA);
        ContactDraft typed = new ContactDraft(
                draft.id(),
                draft.kind(),
                " Maria ",
                " Rossi ",
                "",
                "",
                "",
                List.of(new Phone(" 142 ", Phone.Type.INTERNAL), new Phone(" ", Phone.Type.FAX)),
                List.of("", " "),
                List.of(" Via Larga \n 12 "),
                " ",
                "",
                false);

        Contact contact = typed.toContact();

        assertThat(contact.name()).isEqualTo("Maria Rossi");
        assertThat(contact.phones()).containsExactly(new Phone("142", Phone.Type.INTERNAL));
        assertThat(contact.emails()).isEmpty();
        assertThat(contact.addresses()).containsExactly("Via Larga \n 12");
        assertThat(contact.web()).isNull();
    }

    @Test
    void an_organisation_without_a_person_has_its_own_name() {
        Contact firm = People.own("x", "Studio Conti");
        assertThat(ContactDraft.of(firm).name()).isEqualTo("Studio Conti");
    }
}
