/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

/**
 * Makes a piece of sound shorter or longer without changing its pitch: a stretch that repeats itself is left out or played
 * twice, with one laid over the other at the seam. In near silence any stretch will do.
 */
final class TimeStretch {

    private static final int STEPS_PER_SECOND = 12_000;
    private static final int SILENCE = 100;

    private final int shortest;
    private final int step;

    TimeStretch(int rate) {
        shortest = rate / 400;
        step = Math.max(1, rate / STEPS_PER_SECOND);
    }

    /** The least that is worth doing, in samples. */
    int shortest() {
        return shortest;
    }

    /**
     * Takes out at most {@code most} of {@code count} samples; returns how many are left.
     *
     * @param likeness how much the parts laid over each other must resemble, 1 for exactly, -1 for anything
     */
    int shorten(short[] samples, int count, int most, double likeness) {
        int lag = lag(samples, count, most, likeness);
        if (lag == 0) {
            return count;
        }
        int seam = Math.min(lag, count - lag);
        for (int i = 0; i < seam; i++) {
            samples[i] = (short) ((samples[i] * (seam - i) + samples[lag + i] * i) / seam);
        }
        System.arraycopy(samples, lag + seam, samples, seam, count - lag - seam);
        return count - lag;
    }

    /** Puts in at most {@code most} samples; returns how many there are then. */
    int lengthen(short[] samples, int count, int most, double likeness) {
        int lag = lag(samples, count, most, likeness);
        if (lag == 0 || count + lag > samples.length) {
            return count;
        }
        int seam = Math.min(lag, count - lag);
        System.arraycopy(samples, seam, samples, lag + seam, count - seam);
        for (int i = 0; i < seam; i++) {
            samples[lag + i] = (short) ((samples[lag + i] * (seam - i) + samples[i] * i) / seam);
        }
        return count + lag;
    }

    private int lag(short[] samples, int count, int most, double likeness) {
        int longest = Math.min(most, count / 2);
        if (longest < shortest) {
            return 0;
        }
        if (isSilent(samples, count)) {
            return longest;
        }
        int window = Math.min(count - longest, count / 2);
        int best = 0;
        double highest = likeness;
        for (int lag = shortest; lag <= longest; lag += step) {
            double product = 0;
            double first = 1;
            double second = 1;
            for (int i = 0; i < window; i += step) {
                product += samples[i] * samples[lag + i];
                first += samples[i] * samples[i];
                second += samples[lag + i] * samples[lag + i];
            }
            double found = product / Math.sqrt(first * second);
            if (found > highest) {
                highest = found;
                best = lag;
            }
        }
        return best;
    }

    private static boolean isSilent(short[] samples, int count) {
        long energy = 0;
        for (int i = 0; i < count; i++) {
            energy += samples[i] * samples[i];
        }
        return energy < (long) SILENCE * SILENCE * count;
    }
}
