/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How a word sounds: two codes of Double Metaphone, which knows English, German and Slavic spellings, after the Italian ones that it
 * does not know were written plainly.
 */
public final class Sounds {

    private static final int CODE_LENGTH = 8;

    private final DoubleMetaphone metaphone = new DoubleMetaphone();

    public Sounds() {
        metaphone.setMaxCodeLen(CODE_LENGTH);
    }

    /** The codes of a folded word; none for one that has no Latin letters, or too few. */
    public Set<String> codes(String word) {
        Set<String> codes = new LinkedHashSet<>();
        if (word.length() >= 3 && isLatin(word)) {
            String plain = plain(word);
            add(codes, metaphone.doubleMetaphone(plain, false));
            add(codes, metaphone.doubleMetaphone(plain, true));
        }
        return codes;
    }

    private static void add(Set<String> codes, String code) {
        if (code.length() >= 2) {
            codes.add(code);
        }
    }

    private static boolean isLatin(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
            char third = i + 2 < word.length() ? word.charAt(i + 2) : 0;
            if (letter == 'g' && next == 'l' && third == 'i') {
                plain.append('l');
                i++;
            } else if (letter == 'g' && next == 'n' && third != 0) {
                plain.append('n');
                i++;
            } else if (letter == 's' && next == 'c' && (third == 'i' || third == 'e')) {
                plain.append("sh");
                i++;
            } else if ((letter == 'c' || letter == 'g') && next == 'h' && (third == 'i' || third == 'e')) {
                plain.append(letter == 'c' ? 'k' : 'g');
                i++;
                if (letter == 'g') {
                    plain.append('h');
                }
            } else if ((letter == 'q' || letter == 'c') && next == 'u' && "aeio".indexOf(third) >= 0 && third != 0) {
                plain.append("kw");
                i++;
            } else if (letter == 'j' && i > 0 && isVowel(word.charAt(i - 1))) {
                plain.append('i');
            } else {
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }
}
