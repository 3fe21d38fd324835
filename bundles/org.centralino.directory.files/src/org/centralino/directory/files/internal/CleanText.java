/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import org.eclipse.jdt.annotation.Nullable;

/** Text from elsewhere as a contact may have it: no control characters, no surrounding space. */
public final class CleanText {

    private CleanText() {}

    /** On one line, words one space apart; empty for null. */
    public static String line(@Nullable String text) {
        return text == null ? "" : clean(text, false);
    }

    /** With its lines, empty ones at both ends left out; empty for null. */
    public static String lines(@Nullable String text) {
        return text == null ? "" : clean(text, true);
    }

    private static String clean(String text, boolean lines) {
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int code = text.codePointAt(at);
            at += Character.charCount(code);
            if (isSpace(code)) {
                boolean newLine = lines && code == '\n';
                space(clean, newLine);
            } else if (!isUnwanted(code)) {
                clean.appendCodePoint(code);
            }
        }
        int end = clean.length();
        while (end > 0 && clean.charAt(end - 1) <= ' ') {
            end--;
        }
        return clean.substring(0, end);
    }

    private static void space(StringBuilder clean, boolean newLine) {
        int last = clean.length() - 1;
        if (newLine && last >= 0) {
            if (clean.charAt(last) == ' ') {
                clean.setCharAt(last, '\n');
            } else {
                clean.append('\n');
            }
        } else if (last >= 0 && clean.charAt(last) > ' ') {
            clean.append(' ');
        }
    }

    private static boolean isSpace(int code) {
        return code == '\t' || code == '\n' || code == '\r' || Character.isSpaceChar(code);
    }

    /** Control characters, halves of pairs, byte order marks, and what turns the writing direction of the text around it. */
    private static boolean isUnwanted(int code) {
        return Character.isISOControl(code)
                || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)
                || (code >= 0x202A && code <= 0x202E)
                || (code >= 0x2066 && code <= 0x2069)
                || code == 0xFEFF;
    }
}
