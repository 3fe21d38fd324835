/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

/**
 * Typing errors between what was typed and a word: a letter too many, one too few, a wrong one, two neighbours swapped. What was
 * typed may be the beginning of the word, but then nothing is missing at its end.
 */
public final class EditDistance {

    private EditDistance() {}

    /** How many errors are forgiven in a word: none where every short word would be meant, and none in a number. */
    public static int forgiven(String typed) {
        int length = typed.length();
        return length < 3 || Character.isDigit(typed.charAt(0)) ? 0 : length <= 5 ? 1 : 2;
    }

    /** Errors between what was typed and the word, or a beginning of the word that is no shorter. */
    public static int prefix(String typed, String word) {
        int columns = typed.length() + 1;
        int[] before = new int[columns];
        int[] last = new int[columns];
        int[] row = new int[columns];
        for (int i = 0; i < columns; i++) {
            last[i] = i;
        }
        int best = Integer.MAX_VALUE;
        for (int depth = 1; depth <= word.length(); depth++) {
            next(typed, word.charAt(depth - 1), depth > 1 ? word.charAt(depth - 2) : 0, before, last, row);
            if (depth >= typed.length() || depth == word.length()) {
                best = Math.min(best, row[columns - 1]);
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return best;
    }

    /** Fills a row of the table (optimal string alignment) from the two above it. */
    static void next(String typed, char letter, char letterBefore, int[] before, int[] last, int[] row) {
        row[0] = last[0] + 1;
        for (int i = 1; i < row.length; i++) {
            char here = typed.charAt(i - 1);
            int cost = Math.min(Math.min(row[i - 1], last[i]) + 1, last[i - 1] + (here == letter ? 0 : 1));
            if (i > 1 && last[0] > 0 && here == letterBefore && typed.charAt(i - 2) == letter) {
                cost = Math.min(cost, before[i - 2] + 1);
            }
            row[i] = cost;
        }
    }
}
