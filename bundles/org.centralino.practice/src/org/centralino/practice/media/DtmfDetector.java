/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Hears DTMF digits in sound (ITU-T Q.23, Q.24) by the Goertzel algorithm on blocks of 25 ms. A digit is told once, when
 * two blocks in a row had it.
 */
public final class DtmfDetector {
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final String KEYS = "123A456B789C*0#D";
    private static final char NONE = ' ';
    private static final double QUIETEST = 32768 * Math.pow(10, -38 / 20.0);
    /** Both tones together hold at least this part of the block's power; speech does not. */
    private static final double PURITY = 0.75;

    private final int sampleRate;
    private final short[] block;
    private final Consumer<Character> onDigit;
    private int filled;
    private char before = NONE;
    private char told = NONE;

    public DtmfDetector(int sampleRate, Consumer<Character> onDigit) {
        this.sampleRate = sampleRate;
        this.onDigit = onDigit;
        block = new short[sampleRate / 40];
    }

    public void hear(short[] samples) {
        for (short sample : samples) {
            block[filled++] = sample;
            if (filled == block.length) {
                filled = 0;
                blockHeard(classify());
            }
        }
    }

    private void blockHeard(char digit) {
        if (digit == before && digit != told) {
            told = digit;
            if (digit != NONE) {
                onDigit.accept(digit);
            }
        }
        before = digit;
    }

    private char classify() {
        double energy = 0;
        for (short sample : block) {
            energy += (double) sample * sample;
        }
        double meanPower = energy / block.length;
        if (meanPower < QUIETEST * QUIETEST) {
            return NONE;
        }
        double[] rows = Arrays.stream(ROWS).mapToDouble(this::power).toArray();
        double[] columns = Arrays.stream(COLUMNS).mapToDouble(this::power).toArray();
        int row = strongest(rows);
        int column = strongest(columns);
        double twist = rows[row] / columns[column];
        boolean pure = rows[row] + columns[column] > PURITY * meanPower;
        return pure && twist > 0.1 && twist < 10 ? KEYS.charAt(row * 4 + column) : NONE;
    }

    private double power(int hz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hz / sampleRate);
        double s1 = 0;
        double s2 = 0;
        for (short sample : block) {
            double s0 = sample + coefficient * s1 - s2;
            s2 = s1;
            s1 = s0;
        }
        double magnitude = s1 * s1 + s2 * s2 - coefficient * s1 * s2;
        return 2 * magnitude / ((double) block.length * block.length);
    }

    private static int strongest(double[] powers) {
        int best = 0;
        for (int i = 1; i < powers.length; i++) {
            if (powers[i] > powers[best]) {
                best = i;
            }
        }
        return best;
    }
}
