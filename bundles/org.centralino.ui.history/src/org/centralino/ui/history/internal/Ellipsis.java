/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Text in too little room. */
final class Ellipsis {

    private static final String DOTS = "\u2026";

    private Ellipsis() {}

    /** The text, or as much of it as fits in the font that is set, with dots at its end; nothing where not even those do. */
    static String fit(GC gc, String text, int room) {
        if (width(gc, text) <= room) {
            return text;
        }
        int fits = -1;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (width(gc, text.substring(0, middle) + DOTS) <= room) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        if (fits < 0) {
            return "";
        }
        int end = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1)) ? fits - 1 : fits;
        return text.substring(0, end).stripTrailing() + DOTS;
    }

    static int width(GC gc, String text) {
        return gc.textExtent(text, SWT.DRAW_TRANSPARENT).x;
    }
}
