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
    private static final int ZERO_CROSSINGS = 12;
    private static final int STEPS = 512;
    private static final double[] LOW_PASS = lowPass();

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

    /** Its first seconds, or all of it where it is shorter. */
    public Wav first(double seconds) {
        return new Wav(Arrays.copyOf(samples, Math.min(samples.length, (int) (seconds * rate))), rate);
    }

    /** The same at another rate, without what that cannot carry. */
    public Wav at(int otherRate) {
        if (otherRate == rate) {
            return this;
        }
        float[] changed = new float[(int) ((long) samples.length * otherRate / rate)];
        double cutoff = 0.95 * Math.min(1, (double) otherRate / rate);
        double reach = ZERO_CROSSINGS / cutoff;
        for (int i = 0; i < changed.length; i++) {
            double place = (double) i * rate / otherRate;
            int from = Math.max(0, (int) Math.ceil(place - reach));
            int to = Math.min(samples.length - 1, (int) Math.floor(place + reach));
            double sum = 0;
            for (int k = from; k <= to; k++) {
                double x = (k - place) * cutoff;
                sum += samples[k] * LOW_PASS[(int) (Math.abs(x) * STEPS + 0.5)];
            }
            changed[i] = (float) (cutoff * sum);
        }
        return new Wav(changed, otherRate);
    }

    private static double[] lowPass() {
        double[] values = new double[ZERO_CROSSINGS * STEPS + 2];
        for (int i = 0; i < values.length; i++) {
            double x = (double) i / STEPS;
            double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            values[i] = sinc * Math.max(0, Math.cos(Math.PI * x / 2 / ZERO_CROSSINGS));
        }
        return values;
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
