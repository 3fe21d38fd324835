/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.util.Arrays;

/** What stands for a name in a circle. Any thread. */
public final class Initials {

    private Initials() {}

    /** The first letters of the first and of the last word, in upper case; empty where there is no letter. */
    public static String of(String label) {
        int[] firsts = Arrays.stream(label.split("[\\s.@_-]+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .mapToInt(word -> Character.toUpperCase(word.codePointAt(0)))
                .toArray();
        return switch (firsts.length) {
            case 0 -> "";
            case 1 -> Character.toString(firsts[0]);
            default -> Character.toString(firsts[0]) + Character.toString(firsts[firsts.length - 1]);
        };
    }
}
