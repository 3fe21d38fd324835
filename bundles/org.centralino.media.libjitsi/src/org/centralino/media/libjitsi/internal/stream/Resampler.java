/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import org.centralino.media.SoundGraph;

/**
 * Between the graph's rate and a codec's, by a whole ratio: one windowed-sinc low pass, run at the points that are kept
 * (down) or with the inserted zeros left out (up). One direction of one stream; keeps its history between calls.
 */
final class Resampler {

    /** Taps on each side of the centre, for a ratio of one: a millisecond or two of delay. */
    private static final int REACH = 16;

    private static final double KAISER = 7;

    private final int ratio;
    private final boolean up;
    private final float[] taps;
    private final float[] history;
    private float[] line = new float[0];

    private Resampler(int ratio, boolean up) {
        this.ratio = ratio;
        this.up = up;
        taps = lowPass(ratio, up ? ratio : 1);
        history = new float[up ? (taps.length + ratio - 1) / ratio - 1 : taps.length - 1];
    }

    /** From the graph to {@code rate}, a whole part of the graph's. */
    static Resampler down(int rate) {
        return new Resampler(SoundGraph.RATE / rate, false);
    }

    /** From {@code rate} to the graph. */
    static Resampler up(int rate) {
        return new Resampler(SoundGraph.RATE / rate, true);
    }

    /** How many samples come out of {@code length} that go in. */
    int size(int length) {
        return up ? length * ratio : length / ratio;
    }

    /** Converts {@code length} samples, a multiple of the ratio when going down, into {@code out}; returns how many. */
    int convert(short[] in, int length, short[] out) {
        if (ratio == 1) {
            System.arraycopy(in, 0, out, 0, length);
            return length;
        }
        if (line.length < history.length + length) {
            line = new float[history.length + length];
        }
        System.arraycopy(history, 0, line, 0, history.length);
        for (int i = 0; i < length; i++) {
            line[history.length + i] = in[i];
        }
        int count = size(length);
        for (int i = 0; i < count; i++) {
            out[i] = clip(up ? raised(i) : lowered(i));
        }
        System.arraycopy(line, length, history, 0, history.length);
        return count;
    }

    private float lowered(int index) {
        int newest = history.length + index * ratio + ratio - 1;
        float sum = 0;
        for (int k = 0; k < taps.length; k++) {
            sum += taps[k] * line[newest - k];
        }
        return sum;
    }

    private float raised(int index) {
        int newest = history.length + index / ratio;
        float sum = 0;
        int at = newest;
        for (int k = index % ratio; k < taps.length; k += ratio) {
            sum += taps[k] * line[at--];
        }
        return sum;
    }

    private static short clip(float sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
    }

    private static float[] lowPass(int ratio, double gain) {
        int reach = REACH * ratio;
        float[] taps = new float[2 * reach + 1];
        // A little below half the lower rate, so that the slope ends near it.
        double cutoff = 0.46 / ratio;
        double total = 0;
        double[] exact = new double[taps.length];
        for (int i = 0; i < taps.length; i++) {
            double x = i - reach;
            double sinc = x == 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x);
            double edge = x / reach;
            exact[i] = sinc * bessel(KAISER * Math.sqrt(Math.max(0, 1 - edge * edge))) / bessel(KAISER);
            total += exact[i];
        }
        for (int i = 0; i < taps.length; i++) {
            taps[i] = (float) (exact[i] * gain / total);
        }
        return taps;
    }

    /** The modified Bessel function of the first kind, order zero. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-10 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
