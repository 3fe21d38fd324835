/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.centralino.directory.Contact;
import org.centralino.directory.Match;
import org.centralino.directory.Match.How;
import org.centralino.directory.Match.Span;
import org.centralino.directory.Phone;
import org.centralino.directory.internal.text.Dialpad;
import org.centralino.directory.internal.text.EditDistance;
import org.centralino.directory.internal.text.Numbers;
import org.centralino.directory.internal.text.Typed;
import org.centralino.directory.internal.text.Word;
import org.centralino.directory.internal.text.Words;
import org.eclipse.jdt.annotation.Nullable;

/** Makes matches of what was found: which part of the name, which number. */
final class Matches {

    private final Typed typed;
    private final Numbers numbers;

    Matches(Typed typed, Numbers numbers) {
        this.typed = typed;
        this.numbers = numbers;
    }

    Match of(Contact contact, How how, boolean favourite) {
        List<Span> spans = switch (how) {
            case EXACT -> List.of(new Span(0, contact.name().length()));
            case PREFIX, WORDS, TYPING_ERROR, SOUNDS_ALIKE -> words(Words.of(contact.name()), how);
            case DIALPAD -> keys(Words.of(contact.name()));
            case NUMBER, LISTED -> List.of();
        };
        return new Match(contact, how, spans, how == How.NUMBER ? found(contact) : usual(contact), favourite);
    }

    private static String usual(Contact contact) {
        Phone usual = contact.defaultPhone();
        return usual == null ? "" : usual.number();
    }

    private String found(Contact contact) {
        String digits = typed.digits();
        for (Phone phone : contact.phones()) {
            if (!typed.address().isEmpty() && Numbers.address(phone.number()).equals(typed.address())) {
                return phone.number();
            }
        }
        for (Phone phone : contact.phones()) {
            if (!digits.isEmpty()
                    && numbers.dialled(phone.number()).stream().anyMatch(number -> number.contains(digits))) {
                return phone.number();
            }
        }
        return usual(contact);
    }

    private List<Span> words(List<Word> name, How how) {
        boolean guess = how == How.TYPING_ERROR || how == How.SOUNDS_ALIKE;
        List<Span> spans = new ArrayList<>();
        for (List<Set<String>> reading : typed.readings()) {
            for (Set<String> ways : reading) {
                Span span = beginning(name, ways);
                if (span == null && guess) {
                    span = nearest(name, ways, how == How.SOUNDS_ALIKE);
                }
                if (span != null) {
                    spans.add(span);
                }
            }
            if (!spans.isEmpty()) {
                break;
            }
        }
        if (spans.isEmpty()) {
            spans.addAll(squeezed(name));
        }
        return tidy(spans);
    }

    /** The longest beginning of a word that was typed, none where there is none. */
    private static @Nullable Span beginning(List<Word> name, Set<String> ways) {
        for (Word word : name) {
            for (String way : ways) {
                if (word.text().startsWith(way)) {
                    return new Span(word.start(), word.ends()[way.length() - 1]);
                }
                String german = word.german();
                if (german != null && german.startsWith(way)) {
                    return new Span(
                            word.start(),
                            word.ends()[Math.min(way.length(), word.text().length()) - 1]);
                }
            }
        }
        return null;
    }

    private static @Nullable Span nearest(List<Word> name, Set<String> ways, boolean any) {
        Span nearest = null;
        int least = Integer.MAX_VALUE;
        for (Word word : name) {
            for (String way : ways) {
                int errors = EditDistance.prefix(way, word.text());
                if (errors < least && (any ? word.text().length() > 2 : errors <= EditDistance.forgiven(way))) {
                    least = errors;
                    nearest = new Span(word.start(), word.end());
                }
            }
        }
        return nearest;
    }

    /** Where words were typed together or apart otherwise than they are written. */
    private List<Span> squeezed(List<Word> name) {
        for (int first = 0; first < name.size(); first++) {
            String rest = Words.text(name.subList(first, name.size()));
            for (String way : typed.squeezed()) {
                if (rest.startsWith(way)) {
                    return spans(name.subList(first, name.size()), way.length());
                }
            }
        }
        return List.of();
    }

    private List<Span> keys(List<Word> name) {
        for (int first = 0; first < name.size(); first++) {
            List<Word> rest = name.subList(first, name.size());
            StringBuilder keys = new StringBuilder();
            rest.forEach(word -> keys.append(Dialpad.keys(word.text())));
            if (keys.toString().startsWith(typed.digits())) {
                return tidy(spans(rest, typed.digits().length()));
            }
        }
        return List.of();
    }

    private static List<Span> spans(List<Word> words, int letters) {
        List<Span> spans = new ArrayList<>();
        int left = letters;
        for (Word word : words) {
            if (left > 0) {
                int part = Math.min(left, word.text().length());
                spans.add(new Span(word.start(), word.ends()[part - 1]));
                left -= part;
            }
        }
        return spans;
    }

    private static List<Span> tidy(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        List<Span> tidy = new ArrayList<>();
        for (Span span : sorted) {
            Span last = tidy.isEmpty() ? null : tidy.get(tidy.size() - 1);
            if (last != null && span.start() < last.end()) {
                tidy.set(tidy.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                tidy.add(span);
            }
        }
        return tidy;
    }
}
