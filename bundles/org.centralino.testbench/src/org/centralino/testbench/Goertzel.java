/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.util.Arrays;

/** Detects tones in sound. Levels are dBFS where a full-scale sine is 0. */
public final class Goertzel {
    private static final double SILENCE_DB = -120;
    private static final double STEP_HZ = 1.5;
    private static final int THIN_RATE = 12_000;

    private Goertzel() {}

    /**
     * The level of one frequency; -120 where there is none. Taken over blocks of 0.1 s: a gap in the sound shifts the phase of all
     * that follows, which in one long block would cancel what came before.
     */
    public static double levelDb(float[] samples, int rate, double hertz) {
        int block = Math.min(samples.length, rate / 10);
        if (block == 0) {
            return SILENCE_DB;
        }
        double power = 0;
        int blocks = 0;
        for (int from = 0; from + block <= samples.length; from += block) {
            float[] part = windowed(Arrays.copyOfRange(samples, from, from + block));
            power += Math.pow(10, levelOfWindowedDb(part, rate, hertz) / 10);
            blocks++;
        }
        return Math.max(SILENCE_DB, 10 * Math.log10(power / blocks));
    }

    /** The level of everything. */
    public static double levelDb(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return samples.length == 0 ? SILENCE_DB : decibel(Math.sqrt(2 * sum / samples.length));
    }

    /** The strongest frequency between 100 and 3800 Hz of the first second, exact to about 1 Hz. */
    public static double strongestHz(float[] samples, int rate) {
        int by = Math.max(1, rate / THIN_RATE);
        float[] part = windowed(thinned(Arrays.copyOf(samples, Math.min(samples.length, rate)), by));
        double coarse = strongestHz(part, rate / by, 100, Math.min(3800, rate / 2.0), STEP_HZ);
        return strongestHz(part, rate / by, coarse - STEP_HZ, coarse + STEP_HZ, STEP_HZ / 8);
    }

    private static double strongestHz(float[] part, int rate, double from, double to, double step) {
        double best = 0;
        double loudest = Double.NEGATIVE_INFINITY;
        for (double hertz = from; hertz < to; hertz += step) {
            double level = levelOfWindowedDb(part, rate, hertz);
            if (level > loudest) {
                loudest = level;
                best = hertz;
            }
        }
        return best;
    }

    private static double levelOfWindowedDb(float[] samples, int rate, double hertz) {
        double twice = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double newer = 0;
        double older = 0;
        for (float sample : samples) {
            double next = sample + twice * newer - older;
            older = newer;
            newer = next;
        }
        double power = newer * newer + older * older - twice * newer * older;
        return samples.length == 0 ? SILENCE_DB : decibel(2 * Math.sqrt(Math.max(power, 0)) / samples.length);
    }

    /** The window keeps a loud frequency from leaking into its neighbours. */
    private static float[] windowed(float[] samples) {
        float[] windowed = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            windowed[i] = (float) (samples[i] * (1 - Math.cos(2 * Math.PI * i / samples.length)));
        }
        return windowed;
    }

    /** The means of so many samples each: a weak low pass, which is enough for tones of the speech band. */
    private static float[] thinned(float[] samples, int by) {
        float[] thinned = new float[samples.length / by];
        for (int i = 0; i < thinned.length * by; i++) {
            thinned[i / by] += samples[i] / by;
        }
        return thinned;
    }

    private static double decibel(double amplitude) {
        return amplitude > 0 ? Math.max(SILENCE_DB, 20 * Math.log10(amplitude)) : SILENCE_DB;
    }
}
