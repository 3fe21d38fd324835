/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.SourceStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** A contact in words for a person. */
final class Words {

    private static final String DOT = " \u00b7 ";
    /** Marks that turn the writing round, and would turn what stands beside it too. */
    private static final Pattern TURNS = Pattern.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]");

    private Words() {}

    /** A text without marks that reorder it. */
    static String plain(String text) {
        return TURNS.matcher(text).replaceAll("");
    }

    /** Title, organisation and department, as far as there are any and they are not the name. */
    static String subtitle(Contact contact) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(contact.title(), contact.organisation(), contact.department())) {
            if (!part.isEmpty() && !part.equals(contact.name()) && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return plain(String.join(DOT, parts));
    }

    /** Where it comes from, and how old that is where the source is down. */
    static String origin(Contact contact, @Nullable SourceStatus source, Instant now, ZoneId zone) {
        String kind = contact.kind() == Kind.INTERNAL ? Messages.internal : Messages.external;
        if (contact.id().source().equals(ContactId.LOCAL)) {
            return kind + DOT + Messages.ownContact;
        }
        if (source == null) {
            return kind;
        }
        String label = plain(source.label());
        Instant asOf = source.asOf();
        if (source.state() != SourceStatus.State.FAILED) {
            return kind + DOT + label;
        }
        return asOf == null
                ? NLS.bind(Messages.sourceDown, label)
                : NLS.bind(Messages.sourceDownSince, label, time(asOf, now, zone));
    }

    private static String time(Instant when, Instant now, ZoneId zone) {
        ZonedDateTime then = when.atZone(zone);
        boolean today = then.toLocalDate().equals(LocalDate.ofInstant(now, zone));
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.format(then);
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
}
