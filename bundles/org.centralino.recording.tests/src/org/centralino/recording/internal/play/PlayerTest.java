/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.centralino.media.SoundGraph;
import org.centralino.recording.internal.file.SoundReader;
import org.centralino.recording.internal.testing.ManualGraph;
import org.centralino.testbench.Await;
import org.centralino.testbench.Goertzel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard of a recording, in which we are 440 Hz for four seconds, and the far side is silent. */
class PlayerTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int SECONDS = 4;

    private final ManualGraph graph = new ManualGraph();
    private final Recorded recorded = new Recorded();
    private final Player player = new Player(recorded, graph);

    /** Sound without a file. */
    private static final class Recorded implements SoundReader {
        private long position;
        private volatile boolean closed;

        @Override
        public long length() {
            return SECONDS * SoundGraph.RATE;
        }

        @Override
        public void seek(long sample) {
            position = Math.min(sample, length());
        }

        @Override
        public int read(short[] ours, short[] theirs) {
            int count = (int) Math.min(ours.length, length() - position);
            for (int i = 0; i < count; i++) {
                ours[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * position++ / SoundGraph.RATE));
            }
            return count;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void nothing_is_heard_before_it_is_asked_for() {
        player.start();
        graph.tick(20);
        assertThat(graph.heard()).allMatch(PlayerTest::isSilent);
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.length()).hasSeconds(SECONDS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2})
    void at_every_speed_a_voice_keeps_its_pitch(double speed) {
        player.setSpeed(speed);
        player.start();
        player.resume();
        playOut();
        float[] heard = heard();
        assertThat((double) heard.length / SoundGraph.RATE).isCloseTo(SECONDS / speed, offset(0.1));
        assertThat(Goertzel.strongestHz(heard, SoundGraph.RATE)).isCloseTo(440, offset(3.0));
        // Pieces that fit together leave no dents.
        float[] middle = Arrays.copyOfRange(heard, SoundGraph.RATE / 2, SoundGraph.RATE);
        assertThat(Goertzel.levelDb(middle)).isCloseTo(-12.2, offset(1.0));
        assertThat(player.position()).hasSeconds(SECONDS);
    }

    @Test
    void it_is_heard_from_where_one_goes_to() {
        player.start();
        player.seek(Duration.ofMillis(3_500));
        player.resume();
        playOut();
        assertThat((double) heard().length / SoundGraph.RATE).isCloseTo(0.5, offset(0.1));
    }

    @Test
    void a_pause_stops_it_and_it_goes_on_there() {
        player.start();
        player.resume();
        await("nothing is heard", 50);
        player.pause();
        Duration place = player.position();
        graph.tick(50);
        assertThat(player.position()).isEqualTo(place).isBetween(Duration.ofMillis(300), Duration.ofMillis(700));
        player.resume();
        playOut();
        assertThat((double) heard().length / SoundGraph.RATE).isCloseTo(SECONDS, offset(0.1));
    }

    @Test
    void after_its_end_it_begins_anew() {
        player.start();
        player.seek(Duration.ofSeconds(60));
        player.resume();
        playOut();
        assertThat(player.position()).hasSeconds(SECONDS);
        player.resume();
        await("nothing is heard", 20);
        assertThat(player.position()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void what_is_closed_leaves_nothing_behind() {
        player.start();
        player.resume();
        player.close();
        Await.until(SOON, () -> "the file is open", () -> recorded.closed);
        assertThat(graph.guests()).isZero();
    }

    private void playOut() {
        Await.until(SOON, () -> "it does not end: " + player.position(), () -> {
            graph.tick(5);
            return !player.isPlaying();
        });
    }

    private void await(String otherwise, int frames) {
        Await.until(SOON, () -> otherwise, () -> {
            graph.tick(1);
            return heard().length >= frames * SoundGraph.FRAME;
        });
    }

    /** What was heard without the silence of waiting. */
    private float[] heard() {
        List<short[]> frames =
                graph.heard().stream().filter(frame -> !isSilent(frame)).toList();
        float[] heard = new float[frames.size() * SoundGraph.FRAME];
        for (int i = 0; i < heard.length; i++) {
            heard[i] = frames.get(i / SoundGraph.FRAME)[i % SoundGraph.FRAME] / 32768f;
        }
        return heard;
    }

    private static boolean isSilent(short[] frame) {
        for (short sample : frame) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }
}
