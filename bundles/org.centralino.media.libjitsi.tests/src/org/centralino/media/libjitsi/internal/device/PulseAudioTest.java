/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.centralino.media.SoundGraph.Devices;
import org.centralino.media.libjitsi.internal.graph.GraphClock;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Tone;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph's devices on a sound server of the test's own. */
class PulseAudioTest {

    private static final double LOUD = 8000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeAll
    static void needsTheServer() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pulseaudio")), "pulseaudio is not installed");
    }

    @Test
    void theMicrophoneIsHeardAndTheSpeakerPlays(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home);
                LocalSoundDevices devices = new LocalSoundDevices(List.of(new PulseBackend(pulse.server())))) {
            MixingGraph graph = new MixingGraph(devices::capture, devices::play, devices::ring, devices::devices);
            try (GraphClock clock = new GraphClock(graph::tick)) {
                clock.start();
                devices.start();
                Ear room = new Ear();
                Ear speaker = new Ear();
                pulse.playIntoRoom(new Tone(440, LOUD));
                pulse.listenToSpeaker(speaker);
                graph.connect(graph.microphone(), graph.sink("ear", room));
                graph.connect(graph.source("tone", new Tone(1000, LOUD)), graph.speaker());

                Wait.until(
                        "the microphone's tone in the graph",
                        PATIENCE,
                        () -> Math.abs(room.amplitude(440) - LOUD) < 0.1 * LOUD);
                Wait.until(
                        "the graph's tone in the speaker",
                        PATIENCE,
                        () -> Math.abs(speaker.amplitude(1000) - LOUD) < 0.1 * LOUD);
                assertThat(graph.devices()).isEqualTo(new Devices("Test_Microphone", "Test_Speaker"));
            }
        }
    }

    @Test
    void aServerThatGoesAwayIsAStateAndItsReturnIsNoticed(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home);
                LocalSoundDevices devices = new LocalSoundDevices(List.of(new PulseBackend(pulse.server())))) {
            MixingGraph graph = new MixingGraph(devices::capture, devices::play, devices::ring, devices::devices);
            try (GraphClock clock = new GraphClock(graph::tick)) {
                clock.start();
                devices.start();
                Wait.until("both devices are open", PATIENCE, () -> isOpen(graph.devices()));

                pulse.kill();
                Wait.until(
                        "both devices are gone", PATIENCE, () -> graph.devices().equals(new Devices("", "")));

                pulse.restart();
                Wait.until("both devices are open again", PATIENCE, () -> isOpen(graph.devices()));
            }
        }
    }

    private static boolean isOpen(Devices devices) {
        return !devices.capture().isEmpty() && !devices.playback().isEmpty();
    }
}
