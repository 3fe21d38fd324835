/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The value of Replaces, as a header and within a URI. */
class ReplacementTest {

    private static final int MUTATIONS = 100_000;

    @Test
    void aDialogIsNamed() {
        Replacement place = Replacement.parse(" 98732@sip.example.com ; from-tag=r33th4x0r ;to-tag= ff87ff;x=y");
        assertThat(place).isEqualTo(new Replacement("98732@sip.example.com", "ff87ff", "r33th4x0r", false));
    }

    @Test
    void anAnsweredCallMayBeSpared() {
        Replacement place = Replacement.parse("1@b;To-Tag=2;From-Tag=3;Early-Only");
        assertThat(place).isEqualTo(new Replacement("1@b", "2", "3", true));
    }

    @Test
    void itIsReadFromAUri() {
        assertThat(Replacement.parseEscaped("c%40h%3Bto-tag%3Dx+y%3bfrom-tag=z"))
                .isEqualTo(new Replacement("c@h", "x+y", "z", false));
    }

    @Test
    void itComesBackFromAUri() {
        Replacement place = new Replacement("a(b)%41@[::1]:5060", "t+o~1", "f*r'om`", false);
        assertThat(place.escaped()).matches("[A-Za-z0-9\\-_.~%]+");
        assertThat(Replacement.parseEscaped(place.escaped())).isEqualTo(place);
        assertThat(new Replacement("c@h", "x", "y", false).escaped()).isEqualTo("c%40h%3Bto-tag%3Dx%3Bfrom-tag%3Dy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";to-tag=1;from-tag=2",
                "a@b",
                "a@b;to-tag=1",
                "a@b;from-tag=1",
                "a@b;to-tag=;from-tag=1",
                "a b;to-tag=1;from-tag=2",
                "a@b;to-tag=1\r\nX: y;from-tag=2",
                "a@b,c@d;to-tag=1;from-tag=2"
            })
    void halfANameIsNone(String value) {
        assertThat(Replacement.parse(value)).isNull();
    }

    @Test
    void brokenEscapesAreNone() {
        assertThat(Replacement.parseEscaped("a%4;to-tag=1;from-tag=2%")).isNull();
        assertThat(Replacement.parseEscaped("a%0d%0aX%3A%20y%3Bto-tag%3D1%3Bfrom-tag%3D2"))
                .isNull();
        assertThat(Replacement.parse("a".repeat(2_000) + ";to-tag=1;from-tag=2"))
                .isNull();
    }

    @Test
    void nothingThatWouldBreakAHeaderComesOut() {
        byte[] good = "98732%40h%3Bto-tag%3Dff8%3Bfrom-tag%3Dr33".getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(20261123);
        int understood = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] value = good.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                value[random.nextInt(value.length)] = (byte) random.nextInt(256);
            }
            Replacement place = Replacement.parseEscaped(new String(value, StandardCharsets.ISO_8859_1));
            if (place != null) {
                understood++;
                assertThat(place.value()).matches("[\\x21-\\x7e]+");
            }
        }
        assertThat(understood).isBetween(MUTATIONS / 50, MUTATIONS - 1);
    }
}
