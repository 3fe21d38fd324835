/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.text.Bidi;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.Kind;
import org.centralino.directory.Match;
import org.centralino.directory.Phone;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** What is said of contacts, in the user's language. */
final class Words {

    private static final char ISOLATE = '\u2068';
    private static final char END_ISOLATE = '\u2069';

    private Words() {}

    /** What the row of a match shows. */
    static RowView row(Match match, int row, int rows) {
        Contact contact = match.contact();
        String why = why(match.how());
        String where = where(contact);
        String kind = contact.kind() == Kind.EXTERNAL ? Messages.external : "";
        List<String> reading = new ArrayList<>();
        add(reading, contact.name());
        add(reading, where);
        add(reading, match.phone().isEmpty() ? Messages.withoutNumber : match.phone());
        add(reading, contact.kind() == Kind.EXTERNAL ? Messages.external : Messages.internal);
        add(reading, match.favourite() ? Messages.favourite : "");
        add(reading, why);
        add(reading, NLS.bind(Messages.place, number(row + 1), number(rows)));
        return new RowView(
                contact.name(),
                match.highlights(),
                why,
                where,
                match.phone(),
                match.how() == Match.How.NUMBER,
                kind,
                match.favourite(),
                String.join(", ", reading));
    }

    /** How many were found, and whom Enter calls; to be heard. */
    static String found(int total, boolean exact, @Nullable String target) {
        String found = total == 0
                ? Messages.heardNobody
                : total == 1 && exact
                        ? Messages.heardOne
                        : NLS.bind(exact ? Messages.heardMany : Messages.heardAtLeast, number(total));
        return target == null ? found : found + ". " + NLS.bind(Messages.enterCalls, target);
    }

    /** How many there are, as short as can be. */
    static String count(int total, boolean exact) {
        return exact ? number(total) : number(total) + "+";
    }

    static String number(int value) {
        return NumberFormat.getIntegerInstance().format(value);
    }

    static String noNumber(String name) {
        return NLS.bind(Messages.noNumber, name);
    }

    static String pinned(String name, boolean now) {
        return NLS.bind(now ? Messages.pinned : Messages.unpinned, name);
    }

    static String moved(String name, int to, int of) {
        return NLS.bind(Messages.moved, new Object[] {name, number(to + 1), number(of)});
    }

    /** What a number is for. */
    static String type(Phone.Type type) {
        return switch (type) {
            case INTERNAL -> Messages.typeInternal;
            case WORK -> Messages.typeWork;
            case MOBILE -> Messages.typeMobile;
            case HOME -> Messages.typeHome;
            case OTHER -> Messages.typeOther;
            case FAX -> Messages.typeFax;
        };
    }

    /** A text that stands within another one: what is written from right to left does not turn its neighbours around. */
    static String within(String text) {
        char[] characters = text.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length) ? ISOLATE + text + END_ISOLATE : text;
    }

    private static String why(Match.How how) {
        return switch (how) {
            case TYPING_ERROR -> Messages.typingError;
            case SOUNDS_ALIKE -> Messages.soundsAlike;
            case DIALPAD -> Messages.dialpadLetters;
            default -> "";
        };
    }

    private static String where(Contact contact) {
        boolean internal = contact.kind() == Kind.INTERNAL;
        List<String> wanted = internal
                ? List.of(contact.department(), contact.title(), contact.organisation())
                : List.of(contact.organisation(), contact.department(), contact.title());
        for (String text : wanted) {
            if (!text.isEmpty() && !text.equals(contact.name())) {
                return text;
            }
        }
        return "";
    }

    private static void add(List<String> reading, String part) {
        if (!part.isEmpty()) {
            reading.add(within(part));
        }
    }
}
