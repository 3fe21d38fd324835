/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.util.StaticUtils;
import java.nio.charset.StandardCharsets;
import org.eclipse.jdt.annotation.Nullable;

/** What servers give as text, made fit to be shown. */
final class Texts {

    private Texts() {}

    /** A value as text; null where its bytes are none. */
    static @Nullable String decode(byte[] value) {
        return StaticUtils.isValidUTF8(value) ? new String(value, StandardCharsets.UTF_8) : null;
    }

    /** Without control characters, on one line, without surrounding space. */
    static String line(String text) {
        return clean(text, false);
    }

    /** Without control characters but those that end a line, without surrounding space. */
    static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepLines) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), 256));
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\n' && keepLines) {
                clean.append('\n');
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                clean.append(' ');
            } else if (!isInvisible(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    /** Control characters, those that turn the direction of text, and halves of characters. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
