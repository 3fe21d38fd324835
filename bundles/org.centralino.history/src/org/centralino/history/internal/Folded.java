/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what does not count in a search: accents, case, and the punctuation of numbers. */
final class Folded {

    /** Most words of a search that count. */
    static final int WORDS = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s./()\\[\\]\\-\u2010-\u2015\u00a0]");

    private Folded() {}

    /** What is kept of a call to be searched in. */
    static String of(String name, String number, String divertedFrom) {
        return String.join("\n", text(name), text(number), digits(number), text(divertedFrom));
    }

    /** What each found call has all of: at most {@link #WORDS}, none where anything is. */
    static List<String> terms(String typed) {
        String text = text(typed).strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.chars().noneMatch(Character::isLetter)) {
            String digits = digits(text);
            return List.of(digits.isEmpty() ? text : digits);
        }
        List<String> words = new ArrayList<>();
        for (String word : SPACE.split(text)) {
            if (words.size() < WORDS) {
                words.add(word);
            }
        }
        return words;
    }

    private static String text(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            // letters that Unicode does not take apart
            switch (plain.charAt(i)) {
                case '\u00df' -> folded.append("ss");
                case '\u00e6' -> folded.append("ae");
                case '\u0153' -> folded.append("oe");
                case '\u00f8' -> folded.append('o');
                case '\u0142' -> folded.append('l');
                case '\u0111' -> folded.append('d');
                case '\u0131' -> folded.append('i');
                default -> folded.append(plain.charAt(i));
            }
        }
        return folded.toString();
    }

    private static String digits(String number) {
        return PUNCTUATION.matcher(number).replaceAll("");
    }
}
