/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 00:00", "6, 00:06", "277, 04:37", "3599, 59:59", "3600, 1:00:00", "36061, 10:01:01", "-5, 00:00"})
    void a_clock_has_hours_only_when_it_needs_them(long seconds, String clock) {
        assertThat(Words.clock(FakeCalls.START, FakeCalls.START.plusSeconds(seconds)))
                .isEqualTo(clock);
    }

    @ParameterizedTest
    @CsvSource({"6, 0:06", "72, 1:12", "725, 12:05", "3601, 1:00:01"})
    void a_waiting_time_begins_without_a_zero(long seconds, String wait) {
        assertThat(Words.wait(FakeCalls.START, FakeCalls.START.plusSeconds(seconds)))
                .isEqualTo(wait);
    }

    @Test
    void a_call_held_by_the_far_side_says_so() {
        assertThat(Words.state(FakeCalls.with(FakeCalls.outgoing("606"), new CallState.Active(false, true), false)))
                .isEqualTo(Messages.heldByPeer);
    }

    @Test
    void a_call_that_was_diverted_says_for_whom_it_is() {
        Call plain = FakeCalls.outgoing("606");
        assertThat(Words.origin(plain, "")).isEqualTo(Words.number(plain));
        assertThat(Words.origin(FakeCalls.diverted(plain, "604"), "Sales"))
                .isEqualTo("606 \u00b7 Sales \u00b7 for 604");
    }

    @Test
    void no_two_steps_of_a_transfer_are_told_alike_and_each_names_its_target() {
        List<String> told = Arrays.stream(Transfer.Status.values())
                .map(status -> new Transfer(new Party("Bruno", "sip:b@example.test", "b"), false, status, null))
                .map(Words::transfer)
                .toList();
        assertThat(told)
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).contains("Bruno"));
    }

    @Test
    void a_padlock_says_how_far_it_reaches_and_there_is_none_in_clear() {
        assertThat(Words.encryption(null)).isEmpty();
        assertThat(Words.encryption("AES_256_CM_HMAC_SHA1_80"))
                .contains("exchange")
                .contains("AES 256");
        assertThat(Words.encryption("AES_CM_128_HMAC_SHA1_80")).contains("AES 128");
    }
}
