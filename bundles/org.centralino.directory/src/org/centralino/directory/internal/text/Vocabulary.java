/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * All words of names, for finding those that were meant by a mistyped one. The sorted list is walked as the tree of its
 * beginnings: what words have in common is compared once, and a beginning too far off is left with all that has it.
 */
public final class Vocabulary {

    /** A word that may be meant, and how far off it is. */
    public record Near(String word, int errors) {}

    /** Words longer than this are as good as told apart by their beginning. */
    private static final int DEEPEST = 40;

    private final char[] letters;
    private final int[] starts;
    private final byte[] shared;

    private Vocabulary(char[] letters, int[] starts, byte[] shared) {
        this.letters = letters;
        this.starts = starts;
        this.shared = shared;
    }

    public int size() {
        return shared.length;
    }

    /**
     * The words that a typed one, or one that goes on from it, may stand for.
     *
     * @param errors at least 1
     * @param most how many; the nearest stay
     */
    public List<Near> near(String typed, int errors, int most) {
        if (typed.length() > DEEPEST) {
            return List.of();
        }
        int columns = typed.length() + 1;
        int[][] rows = new int[DEEPEST + 1][columns];
        for (int i = 0; i < columns; i++) {
            rows[0][i] = i;
        }
        // The least errors of a beginning long enough, for each depth of the current word.
        int[] reached = new int[DEEPEST + 1];
        Arrays.fill(reached, Integer.MAX_VALUE);
        int[] nothing = new int[columns];
        List<Near> found = new ArrayList<>();
        int depth = 0;
        for (int word = 0; word < shared.length; word++) {
            depth = Math.min(depth, shared[word]);
            int start = starts[word];
            int length = Math.min(starts[word + 1] - start, DEEPEST);
            boolean lost = false;
            for (int at = depth; at < length && !lost; at++) {
                int[] row = rows[at + 1];
                EditDistance.next(
                        typed,
                        letters[start + at],
                        at > 0 ? letters[start + at - 1] : 0,
                        at > 0 ? rows[at - 1] : nothing,
                        rows[at],
                        row);
                reached[at + 1] =
                        Math.min(reached[at], at + 1 >= typed.length() ? row[columns - 1] : Integer.MAX_VALUE);
                depth = at + 1;
                lost = least(row) > errors;
            }
            int best = reached[depth];
            if (!lost && depth == length) {
                best = Math.min(best, rows[depth][columns - 1]);
            }
            if (best <= errors) {
                found.add(new Near(new String(letters, start, starts[word + 1] - start), best));
            }
            if (lost) {
                word = skip(word, depth, best <= errors ? best : -1, found);
            }
        }
        found.sort(Comparator.comparingInt(Near::errors)
                .thenComparingInt(near -> Math.abs(near.word().length() - typed.length())));
        return found.size() > most ? found.subList(0, most) : found;
    }

    /** Goes over the words that share the beginning of this depth; they are taken where it was near enough already. */
    private int skip(int word, int depth, int errors, List<Near> found) {
        int last = word;
        while (last + 1 < shared.length && shared[last + 1] >= depth) {
            last++;
            if (errors >= 0) {
                found.add(new Near(new String(letters, starts[last], starts[last + 1] - starts[last]), errors));
            }
        }
        return last;
    }

    private static int least(int[] row) {
        int least = row[0];
        for (int i = 1; i < row.length; i++) {
            least = Math.min(least, row[i]);
        }
        return least;
    }

    /** Takes words in any order in which those with the same beginning stand together. */
    public static final class Builder {

        private char[] letters = new char[1024];
        private int[] starts = new int[128];
        private byte[] shared = new byte[128];
        private int count;

        public void add(CharSequence word) {
            int start = starts[count];
            int length = word.length();
            if (start + length > letters.length) {
                letters = Arrays.copyOf(letters, Math.max(letters.length * 2, start + length));
            }
            if (count + 2 > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                shared = Arrays.copyOf(shared, shared.length * 2);
            }
            for (int i = 0; i < length; i++) {
                letters[start + i] = word.charAt(i);
            }
            int common = 0;
            if (count > 0) {
                int before = starts[count - 1];
                int most = Math.min(Math.min(start - before, length), DEEPEST);
                while (common < most && letters[before + common] == letters[start + common]) {
                    common++;
                }
            }
            shared[count++] = (byte) common;
            starts[count] = start + length;
        }

        public Vocabulary build() {
            return new Vocabulary(
                    Arrays.copyOf(letters, starts[count]),
                    Arrays.copyOf(starts, count + 1),
                    Arrays.copyOf(shared, count));
        }
    }
}
