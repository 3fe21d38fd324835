/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.IOException;
import org.centralino.media.SoundGraph;

/** The loudest samples of a recording, ten a second and side, as one byte each: what a waveform is drawn of. */
public final class Peaks {

    private static final int STEP = SoundGraph.RATE / 10;

    private Peaks() {}

    /** All of a recording, by ours and theirs in turn. */
    public static byte[] of(SoundReader reader) throws IOException {
        int steps = (int) ((reader.length() + STEP - 1) / STEP);
        byte[] peaks = new byte[2 * steps];
        short[] ours = new short[STEP];
        short[] theirs = new short[STEP];
        for (int i = 0; i < steps; i++) {
            int count = reader.read(ours, theirs);
            peaks[2 * i] = loudest(ours, count);
            peaks[2 * i + 1] = loudest(theirs, count);
        }
        return peaks;
    }

    private static byte loudest(short[] samples, int count) {
        int peak = 0;
        for (int i = 0; i < count; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return (byte) Math.min(255, peak >> 7);
    }

    /** The loudest of each of so many equal parts, from 0 to 1: ours first, then theirs. */
    public static float[] columns(byte[] peaks, int columns) {
        float[] loudest = new float[2 * columns];
        int steps = peaks.length / 2;
        for (int column = 0; column < columns && steps > 0; column++) {
            int from = (int) ((long) column * steps / columns);
            int to = Math.max(from + 1, (int) ((column + 1L) * steps / columns));
            for (int i = from; i < to; i++) {
                loudest[column] = Math.max(loudest[column], (peaks[2 * i] & 0xff) / 255f);
                loudest[columns + column] = Math.max(loudest[columns + column], (peaks[2 * i + 1] & 0xff) / 255f);
            }
        }
        return loudest;
    }
}
