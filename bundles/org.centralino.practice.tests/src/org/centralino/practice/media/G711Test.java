/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {

    @ParameterizedTest
    @EnumSource(G711.class)
    void everyOctetComesBackAsItself(G711 law) {
        for (int octet = 0; octet < 256; octet++) {
            short linear = law.toLinear((byte) octet);
            assertThat(law.toLinear(law.toOctet(linear))).isEqualTo(linear);
        }
    }

    @ParameterizedTest
    @EnumSource(G711.class)
    void noSampleIsOffByMoreThanItsSegmentsStep(G711 law) {
        int loudest = law.toLinear(law.toOctet(Short.MAX_VALUE));
        for (int sample = -loudest; sample <= loudest; sample++) {
            int back = law.toLinear(law.toOctet((short) sample));
            assertThat(back).isCloseTo(sample, within(8 + Math.abs(sample) / 32));
        }
    }

    /** Values of ITU-T G.711 tables 1 and 2, scaled to 16 bits. */
    @Test
    void theCornersAreThoseOfTheStandard() {
        assertThat(G711.MU_LAW.toLinear((byte) 0xff)).isZero();
        assertThat(G711.MU_LAW.toLinear((byte) 0x80)).isEqualTo((short) 32124);
        assertThat(G711.MU_LAW.toLinear((byte) 0x00)).isEqualTo((short) -32124);
        assertThat(G711.A_LAW.toLinear((byte) 0xd5)).isEqualTo((short) 8);
        assertThat(G711.A_LAW.toLinear((byte) 0xaa)).isEqualTo((short) 32256);
        assertThat(G711.A_LAW.toLinear((byte) 0x2a)).isEqualTo((short) -32256);
    }
}
