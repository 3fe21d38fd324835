/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundGraph;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Java's own sound: Windows, macOS, and Linux without PulseAudio. */
final class JavaSoundBackend implements AudioBackend {

    private static final Logger LOG = LoggerFactory.getLogger(JavaSoundBackend.class);
    private static final int EVERY_MS = 3000;
    private static final AudioFormat FORMAT = new AudioFormat(SoundGraph.RATE, 16, 1, true, false);
    private static final int FRAME_BYTES = 2 * SoundGraph.FRAME;
    private static final int BUFFER_FRAMES = 4;

    private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("centralino-java-sound").daemon().unstarted(task));
    private @Nullable Listing last;

    @Override
    @NonNullByDefault({})
    public void watch(Consumer<Listing> told) {
        look.scheduleWithFixedDelay(() -> look(told), 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @NonNullByDefault({})
    private void look(Consumer<Listing> told) {
        try {
            List<Device> captures = devices(TargetDataLine.class);
            List<Device> playbacks = devices(SourceDataLine.class);
            // The first mixer is the one that Java, and so the system, would take.
            Listing now = new Listing(captures, playbacks, first(captures), first(playbacks), List.of());
            if (!now.equals(last)) {
                last = now;
                told.accept(now);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("Java Sound does not tell its devices", e);
        }
    }

    @NonNullByDefault({})
    private static List<Device> devices(Class<? extends DataLine> kind) {
        DataLine.Info wanted = new DataLine.Info(kind, FORMAT);
        List<Device> devices = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (AudioSystem.getMixer(info).isLineSupported(wanted)) {
                devices.add(new Device(info.getName(), info.getName()));
            }
        }
        return List.copyOf(new LinkedHashSet<>(devices));
    }

    private static String first(List<Device> devices) {
        return devices.isEmpty() ? "" : devices.getFirst().id();
    }

    @Override
    public AudioDevice open(Direction direction, String id, String purpose) throws IOException {
        Class<? extends DataLine> kind = direction == Direction.CAPTURE ? TargetDataLine.class : SourceDataLine.class;
        try {
            if (mixer(id).getLine(new DataLine.Info(kind, FORMAT)) instanceof DataLine line) {
                if (line instanceof TargetDataLine microphone) {
                    microphone.open(FORMAT, BUFFER_FRAMES * FRAME_BYTES);
                } else if (line instanceof SourceDataLine speaker) {
                    speaker.open(FORMAT, BUFFER_FRAMES * FRAME_BYTES);
                }
                line.start();
                return new Line(line, new byte[FRAME_BYTES]);
            }
            throw new IOException("Java Sound has no line of this kind");
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new IOException("Java Sound has no device", e);
        }
    }

    private static Mixer mixer(String id) throws IOException {
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (info.getName().equals(id)) {
                return AudioSystem.getMixer(info);
            }
        }
        throw new IOException("Java Sound has no such device any more");
    }

    @Override
    public void close() {
        look.shutdownNow();
    }

    private record Line(DataLine line, byte[] bytes) implements AudioDevice {

        @Override
        public void transfer(short[] frame) throws IOException {
            int moved = 0;
            if (line instanceof TargetDataLine microphone) {
                moved = microphone.read(bytes, 0, bytes.length);
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
                }
            } else if (line instanceof SourceDataLine speaker) {
                for (int i = 0; i < frame.length; i++) {
                    bytes[2 * i] = (byte) frame[i];
                    bytes[2 * i + 1] = (byte) (frame[i] >> 8);
                }
                moved = speaker.write(bytes, 0, bytes.length);
            }
            if (moved < bytes.length) {
                throw new IOException("The sound device is gone");
            }
        }

        @Override
        public void close() {
            line.stop();
            line.close();
        }
    }
}
