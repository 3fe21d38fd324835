/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contrast by WCAG 2.2: 4.5:1 for text, 3:1 for shapes and icons. */
class TokenTest {

    private static final double FOR_TEXT = 4.5;
    private static final double FOR_SHAPES = 3;

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(Token.TEXT, Token.WINDOW, FOR_TEXT),
                Arguments.of(Token.TEXT, Token.CARD, FOR_TEXT),
                Arguments.of(Token.TEXT, Token.HOVER, FOR_TEXT),
                Arguments.of(Token.TEXT, Token.SELECTION, FOR_TEXT),
                Arguments.of(Token.DIM, Token.WINDOW, FOR_TEXT),
                Arguments.of(Token.DIM, Token.CARD, FOR_TEXT),
                Arguments.of(Token.DIM, Token.HOVER, FOR_TEXT),
                Arguments.of(Token.ACCENT, Token.CARD, FOR_TEXT),
                Arguments.of(Token.ACCENT, Token.WINDOW, FOR_TEXT),
                Arguments.of(Token.ACCENT, Token.ACCENT_SOFT, FOR_TEXT),
                Arguments.of(Token.ON_ACCENT, Token.ACCENT, FOR_TEXT),
                Arguments.of(Token.ON_ACCENT, Token.ACCENT_HOVER, FOR_TEXT),
                Arguments.of(Token.FREE, Token.CARD, FOR_TEXT),
                Arguments.of(Token.BUSY, Token.CARD, FOR_TEXT),
                Arguments.of(Token.BUSY, Token.WINDOW, FOR_TEXT),
                Arguments.of(Token.BUSY, Token.HOVER, FOR_TEXT),
                Arguments.of(Token.RINGING, Token.CARD, FOR_SHAPES),
                Arguments.of(Token.ON_RED, Token.RED, FOR_SHAPES),
                Arguments.of(Token.ON_RED, Token.RED_HOVER, FOR_SHAPES));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void can_be_read_in_the_light_and_in_the_dark_theme(Token ink, Token surface, double least) {
        assertThat(contrast(ink.rgb(false), surface.rgb(false))).isGreaterThanOrEqualTo(least);
        assertThat(contrast(ink.rgb(true), surface.rgb(true))).isGreaterThanOrEqualTo(least);
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
