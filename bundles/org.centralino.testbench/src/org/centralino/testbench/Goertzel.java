/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.util.Arrays;

/** Detects tones in sound. Levels are dBFS where a full-scale sine is 0. */
public final class Goertzel {
    private static final double SILENCE_DB = -120;
    private static final double STEP_HZ = 1.5;

    private Goertzel() {}

    /** The level of one frequency; -120 where there is none. */
    public static double levelDb(float[] samples, int rate, double hertz) {
        if (samples.length == 0) {
            return SILENCE_DB;
        }
        double twice = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double newer = 0;
        double older = 0;
        for (int i = 0; i < samples.length; i++) {
            // The window keeps a loud neighbour from leaking into this frequency.
            double window = 1 - Math.cos(2 * Math.PI * i / samples.length);
            double next = samples[i] * window + twice * newer - older;
            older = newer;
            newer = next;
        }
        double power = newer * newer + older * older - twice * newer * older;
        return decibel(2 * Math.sqrt(Math.max(power, 0)) / samples.length);
    }

    /** The level of everything. */
    public static double levelDb(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return samples.length == 0 ? SILENCE_DB : decibel(Math.sqrt(2 * sum / samples.length));
    }

    /** The strongest frequency between 100 and 3800 Hz, exact to about 1 Hz over a second of sound. */
    public static double strongestHz(float[] samples, int rate) {
        float[] part = samples.length > rate ? Arrays.copyOf(samples, rate) : samples;
        double best = 0;
        double loudest = Double.NEGATIVE_INFINITY;
        for (double hertz = 100; hertz < Math.min(3800, rate / 2.0); hertz += STEP_HZ) {
            double level = levelDb(part, rate, hertz);
            if (level > loudest) {
                loudest = level;
                best = hertz;
            }
        }
        for (double hertz = best - STEP_HZ; hertz <= best + STEP_HZ; hertz += STEP_HZ / 8) {
            double level = levelDb(part, rate, hertz);
            if (level > loudest) {
                loudest = level;
                best = hertz;
            }
        }
        return best;
    }

    private static double decibel(double amplitude) {
        return amplitude > 0 ? Math.max(SILENCE_DB, 20 * Math.log10(amplitude)) : SILENCE_DB;
    }
}
