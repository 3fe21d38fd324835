/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.centralino.recording.internal.testing.TonesInCalls.OURS;
import static org.centralino.recording.internal.testing.TonesInCalls.THEIRS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.recording.internal.testing.Calls;
import org.centralino.recording.internal.testing.Framework;
import org.centralino.recording.internal.testing.ManualGraph;
import org.centralino.recording.internal.testing.Sides;
import org.centralino.telephony.EndReason;
import org.centralino.testbench.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are recorded, as the rest of the workstation sees it, into real files. */
class RecorderTest {

    private static final double LOUD_DB = -15;
    private static final double UNHEARD_DB = -50;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"opus", "wav"})
    void each_side_of_a_call_is_heard_in_its_own_channel(String format) throws Exception {
        try (Rig rig = new Rig(folder, Framework.media(), Framework.opus(), false)) {
            rig.settings.put("format", format);
            rig.recorder.callChanged(Calls.active("1"));
            rig.recorder.start("1");
            rig.await(Kind.RECORDING);
            Await.until(Rig.SOON, () -> "no second of sound", () -> Files.size(file(rig)) > 0 && hasLasted(rig, 1_500));
            rig.recorder.stop("1");
            rig.await(Kind.OFF);
            Recording recording = rig.complete(1).getFirst();
            Sides sides = Sides.decoded(file(rig)).part(0.3, 1.3);
            assertThat(sides.oursDb(OURS)).isGreaterThan(LOUD_DB);
            assertThat(sides.oursDb(THEIRS)).isLessThan(UNHEARD_DB);
            assertThat(sides.theirsDb(THEIRS)).isGreaterThan(LOUD_DB);
            assertThat(sides.theirsDb(OURS)).isLessThan(UNHEARD_DB);
            assertThat(recording.length().toMillis() / 1_000.0)
                    .isCloseTo(Sides.decoded(file(rig)).seconds(), offset(0.001));
            assertThat(recording.number()).isEqualTo("203");
            assertThat(recording.call()).isEqualTo(Calls.created());
            assertThat(recording.bytes()).isEqualTo(Files.size(file(rig)));
            assertThat(rig.told.stream().map(RecordingState::kind).distinct().toList())
                    .containsExactly(Kind.STARTING, Kind.RECORDING, Kind.OFF);
        }
    }

    private static boolean hasLasted(Rig rig, long ms) {
        var since = rig.recorder.state("1").since();
        return since != null && Instant.now().minusMillis(ms).isAfter(since);
    }

    private static Path file(Rig rig) throws IOException {
        try (Stream<Path> files = Files.list(rig.files())) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void where_it_is_automatic_a_call_is_recorded_from_its_answer_on_and_cannot_be_stopped() throws Exception {
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder, graph, Framework.opus(), true)) {
            rig.recorder.callChanged(Calls.ringing("1"));
            rig.recorder.callChanged(Calls.active("1"));
            Await.until(Rig.SOON, () -> "nobody listens", () -> graph.guests() == 4);
            graph.tick(200);
            rig.await(Kind.RECORDING);
            rig.recorder.stop("1");
            rig.recorder.flush().get(10, TimeUnit.SECONDS);
            assertThat(rig.recorder.state("1").kind()).isEqualTo(Kind.RECORDING);
            assertThat(rig.told).allMatch(RecordingState::locked);
            rig.recorder.callChanged(Calls.ended("1", EndReason.Kind.HUNG_UP));
            assertThat(rig.complete(1).getFirst().length()).hasSeconds(2);
            assertThat(rig.recorder.state("1")).isEqualTo(RecordingState.OFF);
            assertThat(graph.guests()).isZero();
        }
    }

    @Test
    void a_hold_is_marked_and_goes_on_in_silence() throws Exception {
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder, graph, Framework.opus(), false)) {
            begin(rig, graph);
            graph.tick(100);
            rig.recorder.flush().get(10, TimeUnit.SECONDS);
            rig.recorder.callChanged(Calls.held("1"));
            rig.sounds.silence();
            rig.recorder.flush();
            Await.until(Rig.SOON, () -> "no mark", () -> marks(rig).contains(Mark.Kind.HELD));
            graph.tick(100);
            rig.recorder.flush().get(10, TimeUnit.SECONDS);
            rig.recorder.callChanged(Calls.active("1"));
            Await.until(Rig.SOON, () -> "no second mark", () -> marks(rig).contains(Mark.Kind.RESUMED));
            rig.recorder.stop("1");
            Recording recording = rig.complete(1).getFirst();
            assertThat(recording.length()).hasMillis(2_000);
            assertThat(recording.marks().stream()
                            .map(mark -> mark.at().toMillis())
                            .toList())
                    .containsExactly(1_000L, 2_000L);
            Sides held = Sides.decoded(file(rig)).part(1.2, 1.8);
            assertThat(held.oursDb(OURS)).isLessThan(UNHEARD_DB);
            assertThat(held.theirsDb(THEIRS)).isLessThan(UNHEARD_DB);
        }
    }

    private static List<Mark.Kind> marks(Rig rig) throws Exception {
        return rig.recordings().stream()
                .flatMap(recording -> recording.marks().stream())
                .map(Mark::kind)
                .toList();
    }

    private static void begin(Rig rig, ManualGraph graph) {
        rig.recorder.callChanged(Calls.active("1"));
        rig.recorder.start("1");
        Await.until(Rig.SOON, () -> "nobody listens", () -> graph.guests() >= 4);
    }

    @Test
    void both_sides_are_told_by_a_tone_where_the_settings_say_so() throws Exception {
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder, graph, Framework.opus(), false)) {
            rig.settings.put("announce", "start");
            begin(rig, graph);
            Await.until(Rig.SOON, () -> "no tone", () -> rig.sounds.announced.equals(List.of("1")));
            graph.tick(50);
            rig.await(Kind.RECORDING);
            Await.until(Rig.SOON, () -> "no mark", () -> marks(rig).equals(List.of(Mark.Kind.ANNOUNCED)));
        }
    }

    @Test
    void a_folder_that_is_not_there_is_told_and_used_when_it_comes() throws Exception {
        ManualGraph graph = new ManualGraph();
        Path other = folder.resolve("other");
        try (Rig rig = new Rig(folder, graph, Framework.opus(), true)) {
            rig.settings.put("folder", other.toString());
            rig.recorder.callChanged(Calls.active("1"));
            Await.until(Rig.SOON, () -> "nobody listens", () -> graph.guests() == 4);
            graph.tick(100);
            rig.await(Kind.FAILED);
            assertThat(rig.told.getLast().problem()).contains(other.toString());
            Files.createDirectory(other);
            rig.await(Kind.RECORDING);
            rig.recorder.callChanged(Calls.ended("1", EndReason.Kind.HUNG_UP));
            assertThat(rig.complete(1).getFirst().length())
                    .as("nothing is lost")
                    .hasMillis(1_000);
        }
    }

    @Test
    void a_file_that_is_taken_away_is_noticed_and_followed_by_another() throws Exception {
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder, graph, Framework.opus(), false)) {
            begin(rig, graph);
            graph.tick(100);
            rig.await(Kind.RECORDING);
            Files.delete(file(rig));
            graph.tick(100);
            rig.await(Kind.FAILED);
            graph.tick(100);
            rig.await(Kind.RECORDING);
            rig.recorder.stop("1");
            List<Recording> both = rig.complete(2);
            assertThat(both.getLast().storage()).isEqualTo(Recording.Storage.DAMAGED);
            assertThat(both.getFirst().storage()).isEqualTo(Recording.Storage.HERE);
            assertThat(both.getFirst().marks()).extracting(Mark::kind).containsExactly(Mark.Kind.GAP);
        }
    }

    @Test
    void silence_of_the_sound_itself_is_told_within_a_few_seconds() throws Exception {
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder, graph, Framework.opus(), false)) {
            begin(rig, graph);
            graph.tick(60);
            rig.await(Kind.RECORDING);
            rig.await(Kind.FAILED);
            graph.tick(60);
            rig.await(Kind.RECORDING);
        }
    }

    @Test
    void recording_goes_on_in_the_call_that_takes_the_place_of_a_recorded_one() throws Exception {
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder, graph, Framework.opus(), false)) {
            begin(rig, graph);
            graph.tick(60);
            rig.recorder.callChanged(Calls.active("2"));
            rig.recorder.callChanged(Calls.ended("1", EndReason.Kind.TRANSFERRED));
            Await.until(
                    Rig.SOON,
                    () -> "call 2 is not recorded",
                    () -> rig.recorder.state("2").kind() != Kind.OFF);
            assertThat(rig.recorder.state("1").kind()).isEqualTo(Kind.OFF);
        }
    }

    @Test
    void what_is_recorded_when_recording_is_withdrawn_is_ended_properly() throws Exception {
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder, graph, Framework.opus(), true)) {
            rig.recorder.callChanged(Calls.active("1"));
            Await.until(Rig.SOON, () -> "nobody listens", () -> graph.guests() == 4);
            graph.tick(99);
        }
        try (Rig rig = new Rig(folder, graph, Framework.opus(), true)) {
            assertThat(rig.complete(1).getFirst().length()).hasMillis(990);
            assertThat(Sides.decoded(file(rig)).seconds()).isEqualTo(0.99);
        }
    }
}
