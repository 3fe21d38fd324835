/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.text.DateFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.centralino.directory.ContactId;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.SourceStatus.State;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** How the sources of contacts stand, in the user's language. */
final class SourceWords {

    private static final int TOLD = 3;

    private SourceWords() {}

    /**
     * The directory as a whole. Immutable.
     *
     * @param text short, for the status bar
     * @param more what is wrong with which source; may be empty
     * @param trouble whether the age of what is shown is not the sources' will
     */
    record Summary(String text, String more, boolean trouble) {}

    static Summary summary(List<SourceStatus> sources, Instant now) {
        int people = sources.stream().mapToInt(SourceStatus::contacts).sum();
        List<SourceStatus> failed =
                sources.stream().filter(s -> s.state() == State.FAILED).toList();
        String more = String.join(
                "\n", failed.stream().limit(TOLD).map(SourceWords::failure).toList());
        List<SourceStatus> loading =
                sources.stream().filter(s -> s.state() == State.LOADING).toList();
        if (!loading.isEmpty() && (people == 0 || loading.stream().anyMatch(s -> s.asOf() == null))) {
            return new Summary(NLS.bind(Messages.statusReading, progress(loading)), more, !failed.isEmpty());
        }
        if (people == 0) {
            return new Summary(failed.isEmpty() ? Messages.statusNone : Messages.statusDown, more, !failed.isEmpty());
        }
        Instant oldest = null;
        for (SourceStatus source : sources) {
            Instant asOf = source.asOf();
            boolean own = ContactId.LOCAL.equals(source.id());
            if (!own && asOf != null && (oldest == null || asOf.isBefore(oldest))) {
                oldest = asOf;
            }
        }
        String count = people == 1 ? Messages.statusOne : NLS.bind(Messages.statusMany, Words.number(people));
        String text = oldest == null ? count : NLS.bind(Messages.statusAge, count, age(oldest, now));
        return new Summary(text, more, !failed.isEmpty());
    }

    /** How one source stands, in a line. */
    static String state(SourceStatus source, Instant now) {
        boolean own = ContactId.LOCAL.equals(source.id());
        String count = source.contacts() == 1
                ? Messages.onePerson
                : NLS.bind(Messages.people, Words.number(source.contacts()));
        Instant asOf = source.asOf();
        String copy = asOf == null || own ? count : NLS.bind(Messages.countAndAge, count, age(asOf, now));
        return switch (source.state()) {
            case LOADING -> NLS.bind(Messages.stateReading, progress(List.of(source)));
            case FAILED -> asOf == null ? Messages.stateNever : NLS.bind(Messages.stateFailed, count, moment(asOf));
            case WAITING, READY -> copy;
        };
    }

    /** How far a source is read, 0 to 100; -1 where that is not known. */
    static int percent(SourceStatus source) {
        int expected = source.expected();
        return expected <= 0 ? -1 : (int) Math.min(100, source.done() * 100L / expected);
    }

    /** How old something is. */
    static String age(Instant asOf, Instant now) {
        Duration age = Duration.between(asOf, now);
        if (age.toMinutes() < 1) {
            return Messages.ageNow;
        }
        if (age.toHours() < 1) {
            return NLS.bind(Messages.ageMinutes, age.toMinutes());
        }
        if (age.toDays() < 1) {
            return NLS.bind(Messages.ageHours, age.toHours());
        }
        return age.toDays() == 1 ? Messages.ageDay : NLS.bind(Messages.ageDays, age.toDays());
    }

    static String failure(SourceStatus source) {
        String failure = source.failure();
        return source.label() + ": " + (failure == null ? Messages.stateNever : firstLine(failure));
    }

    private static String progress(List<SourceStatus> loading) {
        int done = loading.stream().mapToInt(SourceStatus::done).sum();
        boolean known = loading.stream().allMatch(s -> s.expected() > 0);
        int expected = loading.stream().mapToInt(SourceStatus::expected).sum();
        return known ? NLS.bind(Messages.readOf, Words.number(done), Words.number(expected)) : Words.number(done);
    }

    private static String moment(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.SHORT, Locale.getDefault())
                        .format(Date.from(instant));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
