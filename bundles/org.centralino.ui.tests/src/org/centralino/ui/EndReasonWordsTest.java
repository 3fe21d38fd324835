/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.centralino.telephony.EndReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndReasonWordsTest {

    @ParameterizedTest
    @EnumSource(EndReason.Kind.class)
    void every_end_has_its_words(EndReason.Kind kind) {
        assertThat(words(kind)).isNotBlank().doesNotStartWith("NLS missing message");
    }

    @Test
    void no_two_ends_are_told_alike() {
        assertThat(Arrays.stream(EndReason.Kind.values()).map(EndReasonWordsTest::words))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_exchange_that_refuses_is_not_one_that_is_silent() {
        String refuses =
                EndReasonWords.of(new EndReason(EndReason.Kind.NETWORK, 503, "Service Unavailable, again in 30 s"));
        assertThat(refuses)
                .isNotEqualTo(words(EndReason.Kind.NETWORK))
                .contains("503 Service Unavailable, again in 30 s");
    }

    @Test
    void that_encryption_was_required_is_told_apart() {
        assertThat(List.of("", EndReason.IN_CLEAR, EndReason.NO_CONFIDENCE).stream()
                        .map(phrase -> EndReasonWords.of(new EndReason(EndReason.Kind.NOT_ACCEPTABLE, 0, phrase))))
                .doesNotHaveDuplicates();
    }

    private static String words(EndReason.Kind kind) {
        return EndReasonWords.of(new EndReason(kind, 0, ""));
    }
}
