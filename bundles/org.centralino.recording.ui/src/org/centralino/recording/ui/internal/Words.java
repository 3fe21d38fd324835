/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.Recording.Storage;
import org.eclipse.osgi.util.NLS;

/** Recordings in words for a person. */
final class Words {

    private static final String DOT = " \u00b7 ";
    private static final long MEGA = 1_000_000;
    private static final long KILO = 1000;
    private static final DateTimeFormatter FILE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    private final ZoneId zone;
    private final DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM);
    private final DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    Words(ZoneId zone) {
        this.zone = zone;
    }

    RecordingLine line(Recording recording, LocalDate today) {
        boolean damaged = recording.storage() == Storage.DAMAGED;
        String moment = moment(recording.start(), today);
        String size = recording.complete() ? size(recording.bytes()) : "";
        // Others than who is named here are heard in it.
        boolean several = recording.marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.CONFERENCE);
        return new RecordingLine(
                joined(DOT, moment, recording.complete() ? clock(recording.length()) : Messages.goesOn),
                joined(
                        DOT,
                        size,
                        storage(recording.storage()),
                        recording.number(),
                        several ? Messages.markConference : ""),
                damaged,
                recording.complete(),
                moment);
    }

    /** The day and the second: two recordings of a call may begin in the same minute. */
    private String moment(Instant start, LocalDate today) {
        ZonedDateTime at = start.atZone(zone);
        LocalDate day = at.toLocalDate();
        if (day.equals(today)) {
            return NLS.bind(Messages.todayAt, time.format(at));
        }
        return day.equals(today.minusDays(1))
                ? NLS.bind(Messages.yesterdayAt, time.format(at))
                : date.format(day) + " " + time.format(at);
    }

    /** A name for a copy, with nothing in it that a file system refuses. */
    String fileName(Recording recording) {
        String who = recording.name().isEmpty() ? recording.number() : recording.name();
        String plain = who.replaceAll("[^\\p{L}\\p{N} +.@_-]", "").strip();
        return (FILE.format(recording.start().atZone(zone)) + " " + plain).strip();
    }

    /** {@code m:ss}, from an hour on {@code h:mm:ss}. */
    static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Where it is listened to, of how much. */
    static String place(Duration position, Duration length) {
        return NLS.bind(Messages.place, clock(position), clock(length));
    }

    static String size(long bytes) {
        NumberFormat format = NumberFormat.getInstance();
        if (bytes < MEGA) {
            return NLS.bind(Messages.kilobytes, format.format((bytes + KILO - 1) / KILO));
        }
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return NLS.bind(Messages.megabytes, format.format(bytes / (double) MEGA));
    }

    /** What is to be known of where it is kept; empty where it is just here. */
    static String storage(Storage storage) {
        return switch (storage) {
            case HERE -> "";
            case WAITING -> Messages.storageWaiting;
            case BOTH -> Messages.storageBoth;
            case STORE -> Messages.storageStore;
            case DAMAGED -> Messages.storageDamaged;
        };
    }

    static String mark(Mark.Kind kind) {
        return switch (kind) {
            case HELD -> Messages.markHeld;
            case RESUMED -> Messages.markResumed;
            case TRANSFERRED -> Messages.markTransferred;
            case CONFERENCE -> Messages.markConference;
            case ANNOUNCED -> Messages.markAnnounced;
            case GAP -> Messages.markGap;
        };
    }

    /** All marks with their places; empty where there are none. */
    static String marks(List<Mark> marks) {
        return marks.stream()
                .map(mark -> clock(mark.at()) + " " + mark(mark.kind()))
                .collect(Collectors.joining(DOT));
    }

    /** As a speed is written, {@code 1.25\u00d7}. */
    static String speed(double speed) {
        NumberFormat format = NumberFormat.getInstance();
        format.setMaximumFractionDigits(2);
        return format.format(speed) + "\u00d7";
    }

    private static String joined(String between, String... pieces) {
        return Stream.of(pieces).filter(piece -> !piece.isEmpty()).collect(Collectors.joining(between));
    }
}
