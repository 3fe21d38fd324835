/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import org.centralino.media.SoundGraph;

/** Java's own sound: Windows, macOS, and Linux without PulseAudio. */
final class JavaSoundBackend implements AudioBackend {

    private static final AudioFormat FORMAT = new AudioFormat(SoundGraph.RATE, 16, 1, true, false);
    private static final int FRAME_BYTES = 2 * SoundGraph.FRAME;
    private static final int BUFFER_FRAMES = 4;

    @Override
    public AudioDevice open(Direction direction) throws IOException {
        Class<? extends DataLine> kind = direction == Direction.CAPTURE ? TargetDataLine.class : SourceDataLine.class;
        try {
            if (AudioSystem.getLine(new DataLine.Info(kind, FORMAT)) instanceof DataLine line) {
                if (line instanceof TargetDataLine microphone) {
                    microphone.open(FORMAT, BUFFER_FRAMES * FRAME_BYTES);
                } else if (line instanceof SourceDataLine speaker) {
                    speaker.open(FORMAT, BUFFER_FRAMES * FRAME_BYTES);
                }
                line.start();
                String name = direction == Direction.CAPTURE ? "Microphone" : "Speaker";
                return new Line(line, name, new byte[FRAME_BYTES]);
            }
            throw new IOException("Java Sound has no line of this kind");
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new IOException("Java Sound has no device", e);
        }
    }

    private record Line(DataLine line, String name, byte[] bytes) implements AudioDevice {

        @Override
        public String name() {
            return name;
        }

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
