/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.Arrays;

/** What stands for a name in a circle, as {@link org.centralino.ui.widgets.Avatar} has it. */
final class Monogram {

    private Monogram() {}

    /** The first letters of the first and of the last word, in upper case; empty where there is no letter. */
    static String of(String name) {
        int[] firsts = Arrays.stream(name.split("[\\s.@_-]+"))
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
