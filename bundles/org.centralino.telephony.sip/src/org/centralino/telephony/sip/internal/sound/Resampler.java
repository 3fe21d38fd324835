/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.util.Arrays;

/** Changes the rate of sound by windowed sinc, keeping what both rates can carry. */
final class Resampler {

    private static final int ZERO_CROSSINGS = 16;
    private static final int STEPS = 256;

    private final double step;
    private final double cutoff;
    private final int reach;
    private final float[] kernel;
    private final float[] recent;
    private final int most;
    private short[] result;
    private int length;
    private long taken;

    /**
     * @param from samples per second of what is added
     * @param to samples per second of the result
     * @param most length of the longest result
     */
    Resampler(double from, double to, int most) {
        this.most = most;
        step = from / to;
        cutoff = 0.95 * Math.min(1, to / from);
        reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        kernel = new float[(reach + 1) * STEPS];
        for (int i = 0; i < kernel.length; i++) {
            double x = (double) i / STEPS;
            double sinc = x == 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
            double window = x >= reach ? 0 : Math.cos(Math.PI * x / 2 / reach);
            kernel[i] = (float) (cutoff * sinc * window * window);
        }
        recent = new float[2 * reach + 2];
        result = new short[(int) Math.min(most, 30 * to)];
    }

    /** Takes the next sample; false when the result has become too long. */
    boolean add(float sample) {
        recent[(int) (taken++ % recent.length)] = sample;
        // The newest sample is the last that counts for a place so far back.
        while (length * step + reach < taken) {
            if (length == most) {
                return false;
            }
            if (length == result.length) {
                result = Arrays.copyOf(result, (int) Math.min(most, length * 3L / 2 + 1));
            }
            result[length] = at(length * step);
            length++;
        }
        return true;
    }

    /** The whole result. */
    short[] finish() {
        int wanted = (int) Math.min(most, Math.floor(taken / step));
        for (int i = 0; i < reach && length < wanted; i++) {
            add(0);
        }
        return Arrays.copyOf(result, Math.min(length, wanted));
    }

    private short at(double position) {
        long first = Math.max(0, (long) Math.ceil(position - reach));
        long last = Math.min(taken - 1, (long) Math.floor(position + reach));
        float sum = 0;
        for (long i = first; i <= last; i++) {
            sum += recent[(int) (i % recent.length)] * kernel[(int) (Math.abs(position - i) * STEPS)];
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
