/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryEntry.Part;
import org.centralino.telephony.EndReason;
import org.centralino.ui.EndReasonWords;
import org.eclipse.osgi.util.NLS;

/** Past calls in words for a person. */
final class Words {

    private static final String DOT = " \u00b7 ";

    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter date;
    private final DateTimeFormatter shortDate;

    Words(ZoneId zone) {
        this.zone = zone;
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(zone);
        date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
        shortDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
    }

    /** The day on which a call began. */
    LocalDate day(HistoryEntry entry) {
        return LocalDate.ofInstant(entry.start(), zone);
    }

    /** A day as the title of its calls. */
    String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return Messages.today;
        }
        return day.equals(today.minusDays(1)) ? Messages.yesterday : date.format(day);
    }

    /** A row among everybody's calls, which stands under its day. */
    CallLine among(HistoryEntry entry) {
        String who = who(entry);
        String number = entry.name().isEmpty() ? "" : entry.number();
        String meant = meant(entry);
        String detail = joined(DOT, Stream.concat(Stream.of(outcome(entry), duration(entry)), parts(entry)));
        String at = time.format(entry.start());
        String reading = joined(
                ", ",
                Stream.concat(
                        Stream.of(direction(entry), who, number, meant, at, outcome(entry), duration(entry)),
                        parts(entry)));
        return new CallLine(
                glyph(entry),
                who,
                joined(DOT, Stream.of(number, meant)),
                detail,
                at,
                isNews(entry),
                reading,
                back(entry));
    }

    /** A row among the calls with one contact, which says the day itself. */
    CallLine with(HistoryEntry entry, LocalDate today) {
        LocalDate day = day(entry);
        String when = day.equals(today)
                ? NLS.bind(Messages.todayAt, time.format(entry.start()))
                : day.equals(today.minusDays(1))
                        ? NLS.bind(Messages.yesterdayAt, time.format(entry.start()))
                        : shortDate.format(day) + " " + time.format(entry.start());
        String detail = joined(
                DOT,
                Stream.concat(
                        Stream.of(entry.isMissed() ? "" : outcome(entry), duration(entry), entry.number()),
                        parts(entry)));
        String aside = joined(DOT, Stream.of(when, meant(entry)));
        String reading = joined(", ", Stream.of(direction(entry), aside, detail));
        return new CallLine(glyph(entry), direction(entry), aside, detail, "", isNews(entry), reading, back(entry));
    }

    /** The name, else the number, else that it was withheld. */
    static String who(HistoryEntry entry) {
        if (!entry.name().isEmpty()) {
            return entry.name();
        }
        return entry.number().isEmpty() ? Messages.withheld : entry.number();
    }

    private static String back(HistoryEntry entry) {
        return entry.number().isEmpty() ? "" : NLS.bind(Messages.callBackNamed, who(entry));
    }

    private static String meant(HistoryEntry entry) {
        return entry.divertedFrom().isEmpty() ? "" : NLS.bind(Messages.meantFor, entry.divertedFrom());
    }

    private static boolean isNews(HistoryEntry entry) {
        return entry.isMissed() && !entry.seen();
    }

    private static Glyph glyph(HistoryEntry entry) {
        if (entry.isMissed()) {
            return Glyph.CALL_MISSED;
        }
        return entry.outgoing() ? Glyph.CALL_OUT : Glyph.CALL_IN;
    }

    private static String direction(HistoryEntry entry) {
        if (entry.isMissed()) {
            return Messages.missedCall;
        }
        return entry.outgoing() ? Messages.outgoingCall : Messages.incomingCall;
    }

    /** Why it ended, or that it goes on. */
    private static String outcome(HistoryEntry entry) {
        EndReason reason = entry.reason();
        if (reason == null) {
            return entry.answered() != null ? Messages.inCall : entry.outgoing() ? Messages.calling : Messages.ringing;
        }
        if (entry.ended() == null) {
            return Messages.endUnknown;
        }
        return switch (reason.kind()) {
            case HUNG_UP -> Messages.youHungUp; // among calls of long ago it matters who
            case TRANSFERRED -> hasTransfer(entry) ? "" : EndReasonWords.of(reason);
            default -> EndReasonWords.of(reason);
        };
    }

    private static boolean hasTransfer(HistoryEntry entry) {
        return entry.parts().stream()
                .anyMatch(part -> part instanceof Part.Transferred transfer && transfer.succeeded());
    }

    /** How long they talked, or how long it rang. */
    private static String duration(HistoryEntry entry) {
        Instant answered = entry.answered();
        Instant ended = entry.ended();
        if (ended == null) {
            return "";
        }
        return answered == null
                ? entry.outgoing() ? "" : NLS.bind(Messages.rang, clock(Duration.between(entry.start(), ended)))
                : clock(Duration.between(answered, ended));
    }

    private static Stream<String> parts(HistoryEntry entry) {
        List<String> all = new ArrayList<>();
        Duration held = Duration.ZERO;
        for (Part part : entry.parts()) {
            switch (part) {
                case Part.Held hold -> {
                    Instant until = hold.until();
                    held = until == null ? held : held.plus(Duration.between(hold.from(), until));
                }
                case Part.Transferred transfer ->
                    all.add(NLS.bind(
                            transfer.succeeded() ? Messages.transferredTo : Messages.transferFailed, transfer.to()));
            }
        }
        if (!held.isZero()) {
            all.addFirst(NLS.bind(Messages.held, clock(held)));
        }
        return all.stream();
    }

    /** {@code m:ss}, from an hour on {@code h:mm:ss}. */
    static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String joined(String between, Stream<String> pieces) {
        return pieces.filter(piece -> !piece.isEmpty()).collect(Collectors.joining(between));
    }
}
