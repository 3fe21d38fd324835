/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.telephony.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource({
        "sip:201@example.test, 201, 201",
        "sip:201@EXAMPLE.test:5080, 201, 201",
        "sip:201@192.0.2.7, 201, 201",
        "sip:201@[2001:db8::7]:5060, 201, 201",
        "sip:maria@example.test, maria, maria",
        "sip:201@elsewhere.test, 201, 201@elsewhere.test",
        "sip:+390255501@carrier.test, +390255501, +390255501",
        "sip:elsewhere.test, sip:elsewhere.test, sip:elsewhere.test",
        "sip:anonymous@anonymous.invalid, anonymous, ''"
    })
    void what_is_remembered_can_be_dialled_again(String address, String number, String remembered) {
        assertThat(Caller.number(new Party(null, address, number), "sip:anna@example.test"))
                .isEqualTo(remembered);
    }

    @Test
    void a_name_is_what_can_be_seen_of_it_and_no_longer_than_needed() {
        assertThat(Caller.name(Snapshots.party("201", " Maria\u202e\n Rossi\u0000 ")))
                .isEqualTo("Maria Rossi");
        assertThat(Caller.name(Snapshots.party("201", "x".repeat(10_000)))).hasSize(Caller.LONGEST);
        assertThat(Caller.name(Snapshots.party("201", "201"))).isEmpty();
    }
}
