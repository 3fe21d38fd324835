/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.Locale;

/** What kind of thing is typed into the box. */
final class Typed {

    private Typed() {}

    /** Whether somebody's name is meant: it has a letter, and is no address. Then the best one found is selected. */
    static boolean isName(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        boolean address = typed.indexOf('@') >= 0
                || typed.startsWith("sip:")
                || typed.startsWith("sips:")
                || typed.startsWith("tel:");
        return !address && typed.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether it is a number that can be called as it is. */
    static boolean isNumber(String text) {
        return text.chars().noneMatch(Character::isLetter)
                && text.indexOf('@') < 0
                && text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
