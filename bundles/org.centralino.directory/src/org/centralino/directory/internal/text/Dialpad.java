/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The letters on the keys of a telephone (ITU-T E.161). */
public final class Dialpad {

    private static final String KEYS = "22233344455566677778889999";

    private Dialpad() {}

    /** The keys that write a folded word; what is on no key is left out. */
    public static String keys(String word) {
        StringBuilder keys = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                keys.append(KEYS.charAt(letter - 'a'));
            } else if (letter >= '0' && letter <= '9') {
                keys.append(letter);
            }
        }
        return keys.toString();
    }

    /** The keys of a name from each of its words on, without anything between words. */
    public static Set<String> forms(List<Word> words) {
        Set<String> forms = new LinkedHashSet<>();
        StringBuilder after = new StringBuilder();
        for (int i = words.size() - 1; i >= 0; i--) {
            after.insert(0, keys(words.get(i).text()));
            if (after.length() > 0) {
                forms.add(after.toString());
            }
        }
        return forms;
    }
}
