/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Sound of one channel out of a 16 bit PCM WAV file, also of one that is still being written: the lengths in its header are not
 * believed. Of several channels the first is taken.
 *
 * @param samples between -1 and 1
 * @param rate samples a second
 */
public record Wav(float[] samples, int rate) {
    private static final int CHUNK_FMT = 0x20746d66;
    private static final int CHUNK_DATA = 0x61746164;

    public static Wav read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 12) {
            return new Wav(new float[0], 8000);
        }
        bytes.position(12);
        int channels = 1;
        int rate = 8000;
        while (bytes.remaining() >= 8) {
            int chunk = bytes.getInt();
            int length = bytes.getInt();
            int start = bytes.position();
            if (chunk == CHUNK_DATA) {
                return new Wav(pcm(bytes, channels), rate);
            }
            if (chunk == CHUNK_FMT) {
                channels = bytes.getShort(start + 2);
                rate = bytes.getInt(start + 4);
            }
            bytes.position(Math.min(bytes.limit(), start + Math.max(0, length)));
        }
        return new Wav(new float[0], rate);
    }

    /** Writes sound of one channel as 16 bit PCM. */
    public void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
        bytes.put("WAVE".getBytes(StandardCharsets.US_ASCII)).putInt(CHUNK_FMT).putInt(16);
        bytes.putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(2 * rate)
                .putShort((short) 2);
        bytes.putShort((short) 16).putInt(CHUNK_DATA).putInt(2 * samples.length);
        for (float sample : samples) {
            bytes.putShort((short) Math.round(Math.clamp(sample, -1f, 1f) * Short.MAX_VALUE));
        }
        Files.write(file, bytes.array());
    }

    public double seconds() {
        return (double) samples.length / rate;
    }

    /** Its last seconds, or all of it where it is shorter. */
    public Wav last(double seconds) {
        int from = Math.max(0, samples.length - (int) (seconds * rate));
        return new Wav(Arrays.copyOfRange(samples, from, samples.length), rate);
    }

    private static float[] pcm(ByteBuffer bytes, int channels) {
        float[] samples = new float[bytes.remaining() / 2 / channels];
        int start = bytes.position();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(start + 2 * i * channels) / 32768f;
        }
        return samples;
    }
}
