/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;

/** Music that repeats, kept at 16 kHz: more than that no telephone lets through, and it is a third of the memory. */
final class Piece {

    /** Samples per second of what is kept. */
    static final int RATE = 16_000;

    private static final int TIMES = SoundGraph.RATE / RATE;
    /** Samples before and after the one between which the new ones come. */
    private static final int REACH = 8;

    private static final float[][] TAPS = taps();

    private final short[] samples;

    /** @param samples at {@link #RATE}, at least one; not copied */
    Piece(short[] samples) {
        this.samples = samples;
    }

    /** Plays it from the beginning, again and again. */
    FrameSource play() {
        return new FrameSource() {
            private int at;
            private int phase;

            @Override
            public boolean read(short[] frame) {
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = between(at, phase);
                    phase++;
                    if (phase == TIMES) {
                        phase = 0;
                        at = (at + 1) % samples.length;
                    }
                }
                return true;
            }
        };
    }

    private short between(int at, int phase) {
        if (phase == 0) {
            return samples[at];
        }
        float[] taps = TAPS[phase];
        float sum = 0;
        for (int k = 0; k < taps.length; k++) {
            sum += taps[k] * samples[Math.floorMod(at + k - REACH + 1, samples.length)];
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Windowed sinc: per phase the weights of the samples around. */
    private static float[][] taps() {
        float[][] taps = new float[TIMES][2 * REACH];
        for (int phase = 0; phase < TIMES; phase++) {
            double sum = 0;
            for (int k = 0; k < 2 * REACH; k++) {
                double x = k - REACH + 1 - (double) phase / TIMES;
                double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
                double window = Math.cos(Math.PI * x / 2 / (REACH + 1));
                taps[phase][k] = (float) (sinc * window * window);
                sum += taps[phase][k];
            }
            for (int k = 0; k < 2 * REACH; k++) {
                taps[phase][k] /= (float) sum;
            }
        }
        return taps;
    }
}
