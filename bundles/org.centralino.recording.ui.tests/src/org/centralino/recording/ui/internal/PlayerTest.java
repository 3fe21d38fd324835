/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.recording.ui.internal.FakeRecording.LENGTH;
import static org.centralino.recording.ui.internal.FakeRecording.mark;

import java.time.Duration;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark.Kind;
import org.junit.jupiter.api.Test;

class PlayerTest {

    private final FakeRecording catalogue = new FakeRecording();
    private final Recording recording = FakeRecording.recording(
            7, mark(60, Kind.HELD), mark(90, Kind.RESUMED), mark(200, Kind.TRANSFERRED), mark(300, Kind.HELD));
    private final Player player = new Player(recording, catalogue, Runnable::run);

    @Test
    void it_plays_pauses_and_goes_on() {
        player.start();
        assertThat(player.isPlaying()).isTrue();
        assertThat(catalogue.playback().isPlaying()).isTrue();

        catalogue.playback().goOn(Duration.ofSeconds(3));
        player.tick();
        assertThat(player.position()).isEqualTo(Duration.ofSeconds(3));

        player.toggle();
        assertThat(catalogue.playback().isPlaying()).isFalse();
        player.toggle();
        assertThat(catalogue.playback().isPlaying()).isTrue();
        assertThat(catalogue.commands).containsExactly("play 7");
    }

    @Test
    void at_the_end_it_stops_and_then_begins_anew() {
        player.start();
        catalogue.playback().goOn(LENGTH);
        player.tick();
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.position()).isEqualTo(LENGTH);

        player.toggle();
        assertThat(player.position()).isZero();
        assertThat(player.isPlaying()).isTrue();
    }

    @Test
    void seeking_stays_within_the_recording() {
        player.start();
        player.seekBy(Player.STEP);
        assertThat(player.position()).isEqualTo(Duration.ofSeconds(5));
        player.seekBy(Player.LEAP.negated());
        assertThat(player.position()).isZero();
        player.seek(LENGTH.plusSeconds(1));
        assertThat(player.position()).isEqualTo(LENGTH);
        assertThat(catalogue.playback().commands).contains("seek 5", "seek 0", "seek 362");
    }

    @Test
    void it_goes_from_mark_to_mark_and_to_both_ends() {
        player.start();
        for (int second : new int[] {60, 90, 200, 300, 362}) {
            player.toNextMark();
            assertThat(player.position()).isEqualTo(Duration.ofSeconds(second));
        }
        for (int second : new int[] {300, 200, 90, 60, 0}) {
            player.toPreviousMark();
            assertThat(player.position()).isEqualTo(Duration.ofSeconds(second));
        }
    }

    @Test
    void where_the_call_was_held_is_known_also_where_nobody_took_it_back() {
        assertThat(player.held())
                .containsExactly(
                        new Player.Stretch(Duration.ofSeconds(60), Duration.ofSeconds(90)),
                        new Player.Stretch(Duration.ofSeconds(300), LENGTH));
    }

    @Test
    void the_speed_that_was_chosen_counts() {
        player.setSpeed(1.5);
        player.start();
        player.setSpeed(0.75);

        assertThat(catalogue.playback().commands).containsSubsequence("speed 1.5", "speed 0.75");
    }

    @Test
    void what_cannot_be_opened_says_why_and_can_be_tried_again() {
        catalogue.broken = "the file is gone";
        player.start();
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.problem()).isEqualTo("the file is gone");

        catalogue.broken = "";
        player.toggle();
        assertThat(player.problem()).isEmpty();
        assertThat(player.isPlaying()).isTrue();
    }

    @Test
    void what_stops_by_itself_is_shown_as_paused_where_it_stopped() {
        player.start();
        catalogue.playback().goOn(Duration.ofSeconds(10));
        catalogue.playback().breakOff();
        for (int i = 0; i < 20; i++) {
            player.tick();
        }

        assertThat(player.isPlaying()).isFalse();
        assertThat(player.position()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void closed_it_lets_the_speaker_go() {
        player.start();
        player.close();

        assertThat(catalogue.playback().closed).isTrue();
    }
}
