/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person types and what is dialled for it. */
class DialStringTest {

    private static final String DOMAIN = "example.test";

    @ParameterizedTest
    @CsvSource({
        "200, sip:200@example.test",
        "' 02 1234.567 ', sip:021234567@example.test",
        "+39 02/1234-567, sip:+39021234567@example.test",
        "(02) [1234], sip:021234@example.test",
        "*21#, sip:*21%23@example.test",
        "tel:+39-02-1234;phone-context=x, sip:+39021234@example.test",
        "TEL:200, sip:200@example.test"
    })
    void aNumberIsReadThroughItsDecoration(String typed, String dialled) {
        assertThat(DialString.toUri(typed, DOMAIN)).isEqualTo(dialled);
    }

    @ParameterizedTest
    @CsvSource({
        "bruno, sip:bruno@example.test",
        "bruno@other.test, sip:bruno@other.test",
        "sip:bruno@other.test:5070, sip:bruno@other.test:5070",
        "SIP:200@other.test, sip:200@other.test",
        "sips:bruno@other.test, sips:bruno@other.test",
        "sip:bruno, sip:bruno@example.test",
        "bruno@[2001:db8::1]:5060, sip:bruno@[2001:db8::1]:5060"
    })
    void whatHasALetterIsAnAddress(String typed, String dialled) {
        assertThat(DialString.toUri(typed, DOMAIN)).isEqualTo(dialled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "@",
                "@@",
                "a@",
                "@b",
                "a b c",
                "bruno@other test",
                "sip:",
                "tel:",
                "tel:abc",
                "++39",
                "+",
                "bruno@other.test\r\nX: y",
                "<bruno>",
                "\"x\"@y"
            })
    void anythingElseIsNotDialled(String typed) {
        assertThat(DialString.toUri(typed, DOMAIN)).isNull();
    }

    @Test
    void whatIsTooLongIsNotDialled() {
        assertThat(DialString.toUri("1".repeat(128), DOMAIN)).isNotNull();
        assertThat(DialString.toUri("1".repeat(129), DOMAIN)).isNull();
    }
}
