/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import org.centralino.ui.Fonts;
import org.centralino.ui.Token;

/** A piece of a line of text in one look. */
public record Run(String text, Token token, int pixels, boolean bold) {

    /** Text of the usual size. */
    public static Run text(String text) {
        return new Run(text, Token.TEXT, Fonts.TEXT, false);
    }

    /** Text of the usual size that stands out. */
    public static Run bold(String text) {
        return new Run(text, Token.TEXT, Fonts.TEXT, true);
    }

    /** Secondary text. */
    public static Run dim(String text) {
        return new Run(text, Token.DIM, Fonts.SMALL, false);
    }
}
