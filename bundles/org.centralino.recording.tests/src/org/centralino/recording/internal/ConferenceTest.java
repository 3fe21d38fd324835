/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.centralino.recording.Recording;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.recording.internal.testing.Calls;
import org.centralino.recording.internal.testing.Framework;
import org.centralino.recording.internal.testing.ManualGraph;
import org.centralino.testbench.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One recording for a conference, whoever comes and goes. */
class ConferenceTest {

    @TempDir
    Path folder = Path.of("");

    private final ManualGraph graph = new ManualGraph();

    private Rig open(boolean automatic) {
        return new Rig(folder, graph, Framework.opus(), automatic);
    }

    /** So many frames are said, and are on the disk. */
    private void say(Rig rig, int frames) throws Exception {
        Await.until(Rig.SOON, () -> "nobody listens but " + graph.guests(), () -> graph.guests() >= 4);
        graph.tick(frames);
        rig.recorder.flush().get(10, TimeUnit.SECONDS);
    }

    private static void await(Rig rig, String call, Kind kind) {
        Await.until(
                Rig.SOON,
                () -> "call " + call + " is not " + kind + " but " + rig.recorder.state(call),
                () -> rig.recorder.state(call).kind() == kind);
    }

    private static List<Recording> ofCall(Rig rig, String call) throws Exception {
        return rig.recorder.catalogue().ofCall(Calls.created(call)).get(10, TimeUnit.SECONDS);
    }

    private static List<Recording> with(Rig rig, String... numbers) throws Exception {
        return rig.recorder.catalogue().with(List.of(numbers), 10).get(10, TimeUnit.SECONDS);
    }

    @Test
    void whereItIsAutomaticTheMembersAreInTheFileOfTheFirst() throws Exception {
        try (Rig rig = open(true)) {
            rig.recorder.callChanged(Calls.afterwards("1", false));
            say(rig, 100);
            rig.recorder.callChanged(Calls.member("1"));
            rig.recorder.callChanged(Calls.member("2"));
            rig.recorder.callChanged(Calls.member("3"));
            await(rig, "3", Kind.RECORDING);
            assertThat(rig.recorder.state("2")).isEqualTo(rig.recorder.state("1"));
            assertThat(rig.recorder.state("2").locked()).isTrue();
            say(rig, 100);

            rig.recorder.callChanged(Calls.memberEnded("1"));
            await(rig, "1", Kind.OFF);
            assertThat(rig.recorder.state("2").kind()).isEqualTo(Kind.RECORDING);
            say(rig, 100);
            rig.recorder.callChanged(Calls.afterwards("3", false));
            rig.recorder.callChanged(Calls.memberEnded("2"));
            await(rig, "2", Kind.OFF);
            say(rig, 100);
            rig.recorder.callChanged(Calls.memberEnded("3"));

            Recording all = rig.complete(1).getFirst();
            assertThat(all.length()).hasMillis(4_000);
            assertThat(all.number()).isEqualTo(Calls.number("1"));
            for (String member : List.of("1", "2", "3")) {
                assertThat(ofCall(rig, member)).as("of call %s", member).containsExactly(all);
                assertThat(with(rig, Calls.number(member), "999"))
                        .as("with %s", member)
                        .containsExactly(all);
            }
            assertThat(with(rig, "30", "0")).isEmpty();
            assertThat(with(rig)).isEmpty();
            assertThat(rig.recorder.store().verify().get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void onDemandThePressRecordsAllMembersAndTheNextStopsIt() throws Exception {
        try (Rig rig = open(false)) {
            rig.recorder.callChanged(Calls.member("1"));
            rig.recorder.callChanged(Calls.member("2"));
            rig.recorder.start("2");
            say(rig, 100);
            await(rig, "1", Kind.RECORDING);
            rig.recorder.callChanged(Calls.member("3"));
            await(rig, "3", Kind.RECORDING);
            rig.recorder.stop("1");
            for (String member : List.of("1", "2", "3")) {
                await(rig, member, Kind.OFF);
            }
            rig.complete(1);
            assertThat(graph.guests()).isZero();
        }
    }

    @Test
    void whoComesWithARecordingOfItsOwnGoesOnInThatOfTheConference() throws Exception {
        try (Rig rig = open(true)) {
            rig.recorder.callChanged(Calls.afterwards("1", true));
            rig.recorder.callChanged(Calls.afterwards("2", false));
            Await.until(Rig.SOON, () -> "not both", () -> graph.guests() == 8);
            say(rig, 100);
            rig.recorder.callChanged(Calls.member("2"));
            rig.recorder.callChanged(Calls.member("1"));
            Await.until(Rig.SOON, () -> "still both", () -> graph.guests() == 4);
            say(rig, 100);
            rig.recorder.callChanged(Calls.memberEnded("2"));
            rig.recorder.callChanged(Calls.memberEnded("1"));
            List<Recording> both = rig.complete(2);
            assertThat(ofCall(rig, "1"))
                    .extracting(each -> each.length().toMillis())
                    .containsExactlyInAnyOrder(1_000L, 2_000L);
            assertThat(ofCall(rig, "2"))
                    .extracting(each -> each.length().toMillis())
                    .containsExactly(2_000L);
            assertThat(both).hasSize(2);
        }
    }

    @Test
    void whoIsHeldOutOfItIsRecordedAgainWhenItIsResumed() throws Exception {
        try (Rig rig = open(true)) {
            rig.recorder.callChanged(Calls.member("1"));
            rig.recorder.callChanged(Calls.member("2"));
            rig.recorder.callChanged(Calls.member("3"));
            say(rig, 100);
            rig.recorder.callChanged(Calls.afterwards("1", true));
            await(rig, "1", Kind.OFF);
            assertThat(rig.recorder.state("2").kind()).isEqualTo(Kind.RECORDING);
            say(rig, 100);
            rig.recorder.callChanged(Calls.afterwards("1", false));
            Await.until(
                    Rig.SOON,
                    () -> "call 1 is " + rig.recorder.state("1"),
                    () -> !rig.recorder.state("1").equals(RecordingState.OFF));
            Await.until(Rig.SOON, () -> "not both", () -> graph.guests() == 8);
            say(rig, 100);
            for (String member : List.of("1", "2", "3")) {
                rig.recorder.callChanged(Calls.memberEnded(member));
            }
            rig.complete(2);
            assertThat(ofCall(rig, "1"))
                    .extracting(each -> each.length().toMillis())
                    .containsExactlyInAnyOrder(1_000L, 3_000L);
        }
    }

    @Test
    void whatIsDeletedSaysOfNobodyAnyMoreThatHeWasInIt() throws Exception {
        try (Rig rig = open(true)) {
            rig.settings.put("mayDelete", "true");
            rig.recorder.callChanged(Calls.member("1"));
            rig.recorder.callChanged(Calls.member("2"));
            say(rig, 100);
            rig.recorder.callChanged(Calls.memberEnded("1"));
            rig.recorder.callChanged(Calls.memberEnded("2"));
            Recording all = rig.complete(1).getFirst();
            rig.recorder.catalogue().delete(all.id()).get(10, TimeUnit.SECONDS);
            assertThat(ofCall(rig, "2")).isEmpty();
            assertThat(rig.recorder.store().verify().get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }
}
