/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

/** A colour by what it means. Each pair of text and surface that is drawn has a contrast of at least 4.5:1. */
public enum Token {
    /** Behind everything. */
    WINDOW(0xf5f6f8, 0x171b21),
    /** Cards, the box, the status bar. */
    CARD(0xffffff, 0x20262e),
    /** Borders and separators. */
    LINE(0xdfe3e8, 0x343d49),
    /** Text. */
    TEXT(0x1c2430, 0xe8edf3),
    /** Secondary text. */
    DIM(0x5d6b7c, 0x9aa8b8),
    /** What can be pressed, and where the keyboard is. */
    ACCENT(0x0b6bcb, 0x5aa9f5),
    /** Accent under the pointer. */
    ACCENT_HOVER(0x095aab, 0x7bbaf7),
    /** Text on {@link #ACCENT}. */
    ON_ACCENT(0xffffff, 0x0d1620),
    /** Behind initials and pressed buttons. */
    ACCENT_SOFT(0xe6f0fb, 0x20364d),
    /** Behind a selected row. */
    SELECTION(0xdcebfb, 0x263a52),
    /** Under the pointer, on a card. */
    HOVER(0xeef1f4, 0x2b333d),
    /** Free, registered, connected. */
    FREE(0x1a7f4b, 0x4cc38a),
    /** Ringing, held, wants attention. */
    RINGING(0xb86e00, 0xf0b14a),
    /** Busy, failed: text and lamps. */
    BUSY(0xc62f3b, 0xf2747d),
    /** Hang up and record. */
    RED(0xc8202f, 0xe5484d),
    /** Hang up under the pointer. */
    RED_HOVER(0xa81a27, 0xd93a40),
    /** Icons on {@link #RED}. */
    ON_RED(0xffffff, 0xffffff);

    private final int light;
    private final int dark;

    Token(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour in the dark or in the light theme, as {@code 0xrrggbb}. */
    public int rgb(boolean inDark) {
        return inDark ? dark : light;
    }
}
