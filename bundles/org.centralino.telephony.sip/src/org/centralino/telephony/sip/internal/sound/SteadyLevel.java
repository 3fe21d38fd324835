/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

/**
 * Brings music that repeats to one level throughout, as loud as a voice on the telephone, and keeps its peaks down. Gains are
 * worked out for blocks of 5 ms and glide from the middle of one to the middle of the next.
 */
final class SteadyLevel {

    /** RMS of the result; 22 dB below a full-scale sine, so that speech and music are about as loud. */
    static final double TARGET = Short.MAX_VALUE / Math.sqrt(2) * Math.pow(10, -22 / 20.0);

    /** No sample is above; G.711 has room for it whatever follows. */
    static final int CEILING = 20_000;

    private static final int BLOCK = Piece.RATE / 200;
    private static final int LISTEN_BLOCKS = 100;
    private static final int SMOOTH_BLOCKS = 50;
    /** How much more a quiet passage is turned up than the piece as a whole: its pauses stay quiet. */
    private static final double MOST_LIFT = 4;

    private SteadyLevel() {}

    /** Changes {@code samples} in place; false when they are as good as silent, and unchanged. */
    static boolean apply(short[] samples) {
        int blocks = (samples.length + BLOCK - 1) / BLOCK;
        double[] power = new double[blocks];
        double total = 0;
        for (int b = 0; b < blocks; b++) {
            power[b] = power(samples, b);
            total += power[b] / blocks;
        }
        if (total < 1) {
            return false;
        }
        double most = MOST_LIFT * TARGET / Math.sqrt(total);
        double[] around = mean(power, LISTEN_BLOCKS);
        double[] gain = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            gain[b] = Math.min(most, TARGET / Math.sqrt(Math.max(around[b], 1e-6)));
        }
        gain = mean(gain, SMOOTH_BLOCKS);
        limit(samples, gain);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(samples[i] * at(gain, i));
        }
        return true;
    }

    private static double power(short[] samples, int block) {
        int end = Math.min(samples.length, (block + 1) * BLOCK);
        double sum = 0;
        for (int i = block * BLOCK; i < end; i++) {
            sum += samples[i] * samples[i];
        }
        return sum / (end - block * BLOCK);
    }

    /** Lowers the gain of each block, and of those beside it, to what its peak bears. */
    private static void limit(short[] samples, double[] gain) {
        double[] bearable = new double[gain.length];
        for (int b = 0; b < gain.length; b++) {
            int end = Math.min(samples.length, (b + 1) * BLOCK);
            int peak = 1;
            for (int i = b * BLOCK; i < end; i++) {
                peak = Math.max(peak, Math.abs(samples[i]));
            }
            bearable[b] = (double) CEILING / peak;
        }
        for (int b = 0; b < gain.length; b++) {
            for (int near = -1; near <= 1; near++) {
                gain[b] = Math.min(gain[b], bearable[Math.floorMod(b + near, gain.length)]);
            }
        }
    }

    private static double at(double[] gain, int sample) {
        double position = (double) sample / BLOCK - 0.5;
        int block = (int) Math.floor(position);
        double part = position - block;
        return gain[Math.floorMod(block, gain.length)] * (1 - part) + gain[(block + 1) % gain.length] * part;
    }

    /** Means over so many values before and after each, around the end to the beginning. */
    private static double[] mean(double[] values, int reach) {
        int n = values.length;
        double[] means = new double[n];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += values[Math.floorMod(i, n)];
        }
        for (int i = 0; i < n; i++) {
            means[i] = sum / (2 * reach + 1);
            sum += values[Math.floorMod(i + reach + 1, n)] - values[Math.floorMod(i - reach, n)];
        }
        return means;
    }
}
