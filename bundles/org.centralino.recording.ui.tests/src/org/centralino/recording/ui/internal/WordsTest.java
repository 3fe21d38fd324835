/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.recording.ui.internal.FakeRecording.mark;
import static org.centralino.recording.ui.internal.FakeRecording.recording;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.Recording.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.UK);
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(before);
    }

    private static Words words() {
        return new Words(ZoneId.of("UTC"));
    }

    @Test
    void a_row_says_when_how_long_how_large_and_with_which_number() {
        RecordingLine line = words().line(recording(7), DAY.plusDays(3));

        assertThat(line.title()).isEqualTo("20 Nov 2026 10:00:07 \u00b7 6:02");
        assertThat(line.detail()).isEqualTo("1.4 MB \u00b7 142");
        assertThat(line.canPlay()).isTrue();
        assertThat(line.warning()).isFalse();
    }

    @Test
    void days_that_are_near_have_names() {
        assertThat(words().line(recording(7), DAY).moment()).isEqualTo(Messages.todayAt.replace("{0}", "10:00:07"));
        assertThat(words().line(recording(7), DAY.plusDays(1)).moment())
                .isEqualTo(Messages.yesterdayAt.replace("{0}", "10:00:07"));
    }

    @Test
    void one_that_was_changed_warns_and_one_that_waits_says_so() {
        Recording damaged = recording(7, "142", Storage.DAMAGED, true);
        Recording waiting = recording(7, "142", Storage.WAITING, true);

        assertThat(words().line(damaged, DAY).warning()).isTrue();
        assertThat(words().line(damaged, DAY).detail()).contains(Messages.storageDamaged);
        assertThat(words().line(waiting, DAY).detail()).contains(Messages.storageWaiting);
    }

    @Test
    void one_that_goes_on_cannot_be_played_and_has_no_length_yet() {
        RecordingLine line = words().line(recording(7, "142", Storage.HERE, false), DAY);

        assertThat(line.canPlay()).isFalse();
        assertThat(line.title()).endsWith(Messages.goesOn);
    }

    @Test
    void of_a_conference_it_is_said_that_it_is_one() {
        Recording alone = recording(7);
        Recording several = new Recording(
                alone.id(),
                alone.account(),
                alone.number(),
                alone.name(),
                alone.call(),
                alone.start(),
                alone.length(),
                alone.bytes(),
                List.of(mark(72, Mark.Kind.CONFERENCE)),
                true,
                Storage.HERE);

        assertThat(words().line(several, DAY).detail()).endsWith("142 \u00b7 " + Messages.markConference);
    }

    @Test
    void marks_are_told_with_their_places() {
        assertThat(Words.marks(List.of(mark(72, Mark.Kind.HELD), mark(3725, Mark.Kind.GAP))))
                .isEqualTo("1:12 " + Messages.markHeld + " \u00b7 1:02:05 " + Messages.markGap);
    }

    @Test
    void sizes_and_speeds_are_written_as_people_do() {
        assertThat(Words.size(1)).isEqualTo("1 kB");
        assertThat(Words.size(999_500)).isEqualTo("1,000 kB");
        assertThat(Words.size(12_345_678)).isEqualTo("12.3 MB");
        assertThat(Words.speed(1)).isEqualTo("1\u00d7");
        assertThat(Words.speed(1.25)).isEqualTo("1.25\u00d7");
        assertThat(Words.place(Duration.ofSeconds(62), Duration.ofSeconds(362))).contains("1:02", "6:02");
    }

    @Test
    void the_name_of_a_copy_has_nothing_that_a_file_system_refuses() {
        Recording strange = new Recording(
                1,
                "",
                "x",
                "a/b\\c:\"d\"*?<e>|\n..",
                FakeRecording.CALL,
                FakeRecording.CALL,
                Duration.ZERO,
                0,
                List.of(),
                true,
                Storage.HERE);

        assertThat(words().fileName(recording(7))).isEqualTo("2026-11-20 10.00.07 Maria Rossi");
        assertThat(words().fileName(strange)).isEqualTo("2026-11-20 10.00.00 abcde..");
    }
}
