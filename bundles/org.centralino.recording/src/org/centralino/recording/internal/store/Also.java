/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.time.Instant;

/**
 * The other calls that a recording is of, those of a conference, as a text that is searched: {@code \n1795430000000\t203\n} for
 * each, when it began and the number of its far side.
 */
final class Also {

    private Also() {}

    /** The text with another call in it, each once. */
    static String with(String text, Instant call, String number) {
        String one = call(call) + number.replaceAll("[\t\n]", " ") + "\n";
        return text.contains(one) ? text : text + one;
    }

    /** What stands in the text for a call. */
    static String call(Instant call) {
        return "\n" + call.toEpochMilli() + "\t";
    }

    /** What stands in the text for a number. */
    static String number(String number) {
        return "\t" + number + "\n";
    }
}
