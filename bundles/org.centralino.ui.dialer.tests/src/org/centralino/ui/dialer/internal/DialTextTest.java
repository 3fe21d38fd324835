/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.ui.dialer.DialText;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialTextTest {

    private static final String DOMAIN = "example.test";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "600 | 600",
                "+39 02 5550 142 | +39025550142",
                "(02) 5550.142/7 | 0255501427",
                "*98# | *98#",
                "tel:+39-02-5550142 | +39025550142",
                "bruno | bruno@example.test",
                "bruno@example.test | bruno@example.test",
                "sip:carla@other.test | carla@other.test",
                "600@other.test | 600@other.test"
            })
    void what_will_be_called_is_told_as_a_person_reads_it(String typed, String target) {
        assertThat(DialText.target(typed, DOMAIN)).isEqualTo(target);
    }

    @Test
    void what_cannot_be_dialled_is_explained() {
        assertThat(DialText.problem("  ")).isEqualTo(Messages.problemEmpty);
        assertThat(DialText.problem("1".repeat(129))).isEqualTo(NLS.bind(Messages.problemLong, 128));
        assertThat(DialText.problem("perch\u00e9")).isEqualTo(NLS.bind(Messages.problemCharacter, "\u00e9"));
        assertThat(DialText.problem("maria rossi")).isEqualTo(Messages.problemSpace);
        assertThat(DialText.problem("maria@")).isEqualTo(Messages.problemHost);
        assertThat(DialText.problem("+")).isEqualTo(Messages.problemNeither);
    }

    @ParameterizedTest
    @ValueSource(strings = {"perch\u00e9", "maria rossi", "maria@", "+", "\"600\"", "a<b>"})
    void whatever_is_explained_has_no_target(String typed) {
        assertThat(DialText.target(typed, DOMAIN)).isNull();
    }
}
