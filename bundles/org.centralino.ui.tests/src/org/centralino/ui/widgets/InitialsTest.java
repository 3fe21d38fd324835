/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "Maria Rossi, MR",
        "maria rossi, MR",
        "Maria De Luca Rossi, MR",
        "'  Carla ', C",
        "anna.bianchi@example.test, AT",
        "Élodie Ångström, ÉÅ",
        "+39 02 5550 142, ''",
        "600, ''",
        "'', ''"
    })
    void are_the_first_letters_of_the_first_and_the_last_word(String label, String initials) {
        assertThat(Initials.of(label)).isEqualTo(initials);
    }
}
