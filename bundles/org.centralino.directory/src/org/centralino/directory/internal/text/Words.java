/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;

/** Splits texts into folded words. */
public final class Words {

    /** Small words that are as often written together with the next one as not: De Luca, Deluca. */
    static final Set<String> PARTICLES = Set.of(
            "d", "da", "dal", "dalla", "de", "degli", "dei", "del", "della", "dello", "di", "do", "dos", "el", "la",
            "le", "li", "lo", "mac", "mc", "o", "saint", "san", "sant", "santa", "st", "van", "vom", "von", "zu",
            "zur");

    /** Longest word that is kept; what is longer cannot be told apart by what follows. */
    private static final int LONGEST = 64;

    private Words() {}

    /** The words of a text in their order. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Builder word = new Builder();
        boolean glued = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (Character.isLetterOrDigit(point) || isMark(point) && !word.isEmpty()) {
                word.add(point, at, next, glued);
            } else {
                Word ended = word.end();
                if (ended != null) {
                    words.add(ended);
                }
                glued = ended != null && isJoint(point);
            }
            at = next;
        }
        Word last = word.end();
        if (last != null) {
            words.add(last);
        }
        return words;
    }

    /** The words of a text, and those that they make written together: {@code d angelo dangelo}, {@code de luca deluca}. */
    public static Set<String> forms(List<Word> words) {
        Set<String> forms = new LinkedHashSet<>();
        for (Word word : words) {
            addBoth(forms, word.text(), word.german());
        }
        for (List<Word> run : runs(words)) {
            if (run.size() > 1) {
                forms.add(text(run));
                forms.add(german(run));
            }
        }
        return forms;
    }

    /** Words in runs that may as well be written together. */
    static List<List<Word>> runs(List<Word> words) {
        List<List<Word>> runs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && (words.get(i).glued() || words.get(i - 1).isParticle())) {
                runs.get(runs.size() - 1).add(words.get(i));
            } else {
                runs.add(new ArrayList<>(List.of(words.get(i))));
            }
        }
        return runs;
    }

    static void addBoth(Set<String> forms, String text, @Nullable String german) {
        forms.add(text);
        if (german != null) {
            forms.add(german);
        }
    }

    /** All words in one, without anything between. */
    public static String text(List<Word> words) {
        StringBuilder all = new StringBuilder();
        words.forEach(word -> all.append(word.text()));
        return all.toString();
    }

    /** As {@link #text}, with {@code ae oe ue} for umlauts. */
    public static String german(List<Word> words) {
        StringBuilder all = new StringBuilder();
        for (Word word : words) {
            String german = word.german();
            all.append(german == null ? word.text() : german);
        }
        return all.toString();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isJoint(int point) {
        return "'\u2019\u2018\u02BC\u00B4`-\u2010\u2011".indexOf(point) >= 0;
    }

    private static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder german = new StringBuilder();
        private int[] ends = new int[16];
        private int start = -1;
        private boolean glued;
        private boolean umlaut;

        boolean isEmpty() {
            return start < 0;
        }

        void add(int point, int at, int next, boolean gluedToLast) {
            if (start < 0) {
                start = at;
                glued = gluedToLast;
            }
            if (text.length() >= LONGEST) {
                return;
            }
            int before = text.length();
            fold(point);
            if (text.length() == before && before > 0) {
                ends[before - 1] = next;
                if (point == 0x308 && isVowelOfUmlaut(text.charAt(before - 1))) {
                    german.append('e');
                    umlaut = true;
                }
                return;
            }
            String second = inGerman(point);
            german.append(second == null ? text.substring(before) : second);
            umlaut |= second != null;
            if (text.length() > ends.length) {
                ends = Arrays.copyOf(ends, text.length() * 2);
            }
            Arrays.fill(ends, before, text.length(), next);
        }

        private static boolean isVowelOfUmlaut(char letter) {
            return letter == 'a' || letter == 'o' || letter == 'u';
        }

        private void fold(int point) {
            if (point < 0x80) {
                text.append((char) (point >= 'A' && point <= 'Z' ? point + 32 : point));
                return;
            }
            String special = special(point);
            if (special != null) {
                text.append(special);
                return;
            }
            String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
            for (int i = 0; i < parts.length(); ) {
                int part = parts.codePointAt(i);
                i += Character.charCount(part);
                if (Character.isLetterOrDigit(part)) {
                    int lower = Character.toLowerCase(part);
                    String again = special(lower);
                    if (again != null) {
                        text.append(again);
                    } else {
                        text.appendCodePoint(lower);
                    }
                }
            }
        }

        @Nullable
        Word end() {
            Word word = text.isEmpty()
                    ? null
                    : new Word(
                            text.toString(),
                            umlaut ? german.toString() : null,
                            start,
                            Arrays.copyOf(ends, text.length()),
                            glued);
            text.setLength(0);
            german.setLength(0);
            start = -1;
            umlaut = false;
            return word;
        }
    }

    /** Letters that do not fall apart into a plain one and an accent. */
    private static @Nullable String special(int point) {
        return switch (point) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'đ', 'Đ', 'ð', 'Ð' -> "d";
            case 'þ', 'Þ' -> "th";
            case 'ħ', 'Ħ' -> "h";
            case 'ı' -> "i";
            case 'ŋ', 'Ŋ' -> "n";
            case 'ŧ', 'Ŧ' -> "t";
            default -> null;
        };
    }

    private static @Nullable String inGerman(int point) {
        return switch (point) {
            case 'ä', 'Ä' -> "ae";
            case 'ö', 'Ö', 'ø', 'Ø' -> "oe";
            case 'ü', 'Ü' -> "ue";
            case 'å', 'Å' -> "aa";
            default -> null;
        };
    }
}
