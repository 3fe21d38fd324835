/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was typed, understood.
 *
 * @param readings the words that may be meant, each with the ways to write it: as they stand, and with particles written together
 * @param squeezed all words in one, in the ways to write it; none where there are none
 * @param digits the digits of what may be a number, without what stands for the way abroad; empty where it is none
 * @param address the address, folded to lower case, where it is one ({@code user@domain}); empty otherwise
 */
public record Typed(List<List<Set<String>>> readings, Set<String> squeezed, String digits, String address) {

    /** Only so many characters count. */
    public static final int LONGEST = 128;

    private static final int MOST_WORDS = 8;
    private static final String PUNCTUATION = "+-./()*# \u00A0\u2007\u202F\u2010\u2011\u2012\u2013";

    public static Typed of(String whole) {
        String text = withoutScheme(whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole);
        List<Word> words = Words.of(text);
        if (words.size() > MOST_WORDS) {
            words = words.subList(0, MOST_WORDS);
        }
        List<List<Set<String>>> readings = new ArrayList<>();
        Set<String> squeezed = new LinkedHashSet<>();
        if (!words.isEmpty()) {
            List<Set<String>> apart = new ArrayList<>();
            for (Word word : words) {
                apart.add(ways(List.of(word)));
            }
            readings.add(apart);
            List<List<Word>> runs = Words.runs(words);
            if (runs.size() < words.size()) {
                List<Set<String>> together = new ArrayList<>();
                runs.forEach(run -> together.add(ways(run)));
                readings.add(together);
            }
            squeezed.addAll(ways(words));
        }
        return new Typed(readings, squeezed, digits(text), address(text));
    }

    public boolean isEmpty() {
        return readings.isEmpty();
    }

    /** Whether nothing but a number can be meant by it. */
    public boolean isNumber() {
        return !digits.isEmpty();
    }

    private static Set<String> ways(List<Word> run) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(Words.text(run));
        ways.add(Words.german(run));
        return ways;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        boolean abroad = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int digit = Character.digit(letter, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (PUNCTUATION.indexOf(letter) < 0) {
                return "";
            } else if (letter == '+' && digits.isEmpty()) {
                abroad = true;
            }
        }
        if (!abroad && digits.length() > 4 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            digits.delete(0, 2);
            abroad = true;
        }
        // In Italy the 0 is part of the number.
        int trunk = abroad && !digits.toString().startsWith("39") ? text.indexOf("(0)") : -1;
        if (trunk > 0) {
            long earlier =
                    text.substring(0, trunk).chars().filter(Character::isDigit).count();
            int at = (int) earlier - (text.trim().startsWith("00") ? 2 : 0);
            if (at > 0 && at < digits.length()) {
                digits.deleteCharAt(at);
            }
        }
        return digits.toString();
    }

    private static String withoutScheme(String text) {
        String trimmed = text.trim();
        for (String scheme : new String[] {"sip:", "sips:", "tel:"}) {
            if (trimmed.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return trimmed.substring(scheme.length());
            }
        }
        return text;
    }

    private static String address(String text) {
        String bare = text.trim().toLowerCase(Locale.ROOT);
        int at = bare.indexOf('@');
        return at > 0 && bare.indexOf(' ') < 0 ? bare : "";
    }
}
