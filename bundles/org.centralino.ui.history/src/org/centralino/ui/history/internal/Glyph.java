/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.net.URL;
import java.util.Locale;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;

/** Which way a call went, as a shape and a colour. */
enum Glyph {
    CALL_OUT(Token.FREE),
    CALL_IN(Token.FREE),
    CALL_MISSED(Token.BUSY);

    private final Token ink;

    Glyph(Token ink) {
        this.ink = ink;
    }

    Token ink() {
        return ink;
    }

    @Nullable
    URL url() {
        return Glyph.class.getResource(
                "/icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg");
    }
}
