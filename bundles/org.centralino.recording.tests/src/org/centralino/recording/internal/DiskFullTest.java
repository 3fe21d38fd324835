/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.centralino.recording.Recording;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.recording.internal.testing.Calls;
import org.centralino.recording.internal.testing.Framework;
import org.centralino.recording.internal.testing.ManualGraph;
import org.centralino.recording.internal.testing.Sides;
import org.centralino.telephony.EndReason;
import org.centralino.testbench.Await;
import org.centralino.testbench.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of one megabyte. */
class DiskFullTest {

    private static final int FILLER = 800 * 1024;

    @TempDir
    Path folder = Path.of("");

    private Path disk = Path.of("");

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() {
        run("umount", "--lazy", disk.toString());
    }

    private void run(String... command) {
        try (Program program = Program.start(folder, Map.of(), List.of(command))) {
            assertThat(program.awaitExit(Duration.ofSeconds(10)))
                    .as("%s (it takes root): %s", String.join(" ", command), program.output())
                    .isZero();
        }
    }

    @Test
    void a_full_disk_is_told_at_once_and_no_sound_is_lost_where_room_is_made() throws Exception {
        Path filler = Files.write(disk.resolve("filler"), new byte[FILLER]);
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder.resolve("own"), graph, Framework.opus(), true)) {
            rig.settings.put("folder", disk.toString());
            rig.settings.put("format", "wav");
            rig.recorder.callChanged(Calls.active("1"));
            Await.until(Rig.SOON, () -> "nobody listens", () -> graph.guests() == 4);
            graph.tick(50);
            rig.await(Kind.RECORDING);
            // 192 kB a second: the rest of the disk is full after it.
            graph.tick(150);
            rig.await(Kind.FAILED);
            assertThat(rig.told.getLast().problem()).contains(disk.toString());
            assertThat(rig.recorder.state("1").locked()).isTrue();
            Files.delete(filler);
            rig.await(Kind.RECORDING);
            rig.recorder.callChanged(Calls.ended("1", EndReason.Kind.HUNG_UP));
            Recording recording = rig.complete(1).getFirst();
            assertThat(recording.length()).hasMillis(2_000);
            try (var files = Files.list(disk)) {
                assertThat(Sides.decoded(files.findFirst().orElseThrow()).seconds())
                        .isEqualTo(2.0);
            }
        }
    }

    @Test
    void what_was_written_before_the_disk_was_full_can_be_heard() throws Exception {
        Files.write(disk.resolve("filler"), new byte[FILLER]);
        ManualGraph graph = new ManualGraph();
        try (Rig rig = new Rig(folder.resolve("own"), graph, Framework.opus(), true)) {
            rig.settings.put("folder", disk.toString());
            rig.settings.put("format", "wav");
            rig.recorder.callChanged(Calls.active("1"));
            Await.until(Rig.SOON, () -> "nobody listens", () -> graph.guests() == 4);
            graph.tick(50);
            rig.await(Kind.RECORDING);
            graph.tick(200);
            rig.await(Kind.FAILED);
            rig.recorder.callChanged(Calls.ended("1", EndReason.Kind.HUNG_UP));
            Recording recording = rig.complete(1).getFirst();
            assertThat(recording.length()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
            try (var files = Files.list(disk)) {
                Path file = files.filter(each -> each.toString().endsWith(".wav"))
                        .findFirst()
                        .orElseThrow();
                assertThat(Sides.decoded(file).seconds()).isGreaterThanOrEqualTo(0.5);
            }
        }
    }
}
