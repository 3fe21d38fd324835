/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundGraph.Devices;
import org.centralino.media.libjitsi.internal.device.AudioBackend.Direction;
import org.centralino.media.libjitsi.internal.graph.SampleRing;

/** The default microphone and speaker, each on its own thread; none of them there is a state like any other. */
public final class SoundDevices implements AutoCloseable {

    private static final int FRAME = SoundGraph.FRAME;

    private final SampleRing captured = new SampleRing(20 * FRAME, FRAME, FRAME);
    private final SampleRing toPlay = new SampleRing(20 * FRAME, FRAME, FRAME);
    private final DeviceLine microphone;
    private final DeviceLine speaker;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("centralino-device-watch").daemon().unstarted(task));

    public SoundDevices() {
        this(
                System.getProperty("os.name", "").startsWith("Linux")
                        ? List.of(new PulseBackend(null), new JavaSoundBackend())
                        : List.of(new JavaSoundBackend()));
    }

    /** With these ways to devices, best first. */
    SoundDevices(List<AudioBackend> backends) {
        microphone = new DeviceLine(Direction.CAPTURE, backends, captured);
        speaker = new DeviceLine(Direction.PLAYBACK, backends, toPlay);
    }

    /** Begins to look for devices; returns at once. */
    public void start() {
        microphone.start();
        speaker.start();
        watch.scheduleWithFixedDelay(
                () -> {
                    microphone.check();
                    speaker.check();
                },
                1,
                1,
                TimeUnit.SECONDS);
    }

    public Devices devices() {
        return new Devices(microphone.deviceName(), speaker.deviceName());
    }

    /** The graph's source: what the microphone heard. */
    public boolean capture(short[] frame) {
        return captured.read(frame);
    }

    /** The graph's sink: what the speaker is to play. */
    public void play(short[] frame) {
        toPlay.write(frame, 0, frame.length);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        microphone.stop();
        speaker.stop();
    }
}
