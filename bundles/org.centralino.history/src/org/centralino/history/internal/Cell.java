/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.util.regex.Pattern;

/** Texts as cells of a spreadsheet, which takes what begins in certain ways for a formula and runs it. */
final class Cell {

    private static final Pattern NUMBER = Pattern.compile("\\+[0-9][0-9 ]*");
    /** Also in their full width, which some spreadsheets take for the same. */
    private static final String STARTS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n\0";

    private Cell() {}

    /** A text that no spreadsheet runs; a number with its country's code stays what it is. */
    static String of(String text) {
        if (NUMBER.matcher(text).matches() || text.isEmpty()) {
            return text;
        }
        // What stands behind blanks is tried as well: some programs trim what they import.
        String trimmed = text.strip();
        boolean dangerous =
                STARTS.indexOf(text.charAt(0)) >= 0 || !trimmed.isEmpty() && STARTS.indexOf(trimmed.charAt(0)) >= 0;
        return dangerous ? "'" + text : text;
    }
}
