/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.util.Arrays;

/**
 * Finds a known piece of music in a captured sound by normalised cross-correlation, whatever its level there. The piece is
 * looked for in parts of half a second, each near where the ones before it say: a receiver leaves out or repeats a few
 * milliseconds when it adapts to the sender's clock, and after that the rest does not fit any more.
 */
public final class Correlation {
    /** The tones of music lie below half of it. */
    private static final int RATE = 4_000;

    private static final int PART = RATE / 2;
    private static final int SLACK = RATE * 6 / 100;
    /** What is quieter than 70 dB below full scale is no music. */
    private static final double QUIET = 1e-7 / 2;

    private Correlation() {}

    /**
     * Where the piece fits best.
     *
     * @param score 1 for the piece itself, about 0 for anything else
     * @param seconds where it begins in the capture
     */
    public record Match(double score, double seconds) {}

    /**
     * Looks for a piece as a whole: for hold music take its first seconds, as far as it was heard.
     *
     * @param piece at least half a second, to whole half seconds; must not be silent
     * @param capture of any rate; score 0 when it is shorter than the piece
     */
    public static Match find(Wav piece, Wav capture) {
        float[] wanted = piece.at(RATE).samples();
        float[] heard = capture.at(RATE).samples();
        int parts = wanted.length / PART;
        if (parts == 0) {
            throw new IllegalArgumentException("less than half a second to look for");
        }
        int places = heard.length - parts * PART + 1;
        if (places < 1) {
            return new Match(0, 0);
        }
        int size = Integer.highestOneBit(heard.length + PART) << 1;
        double[] spectrum = Fourier.spectrum(heard, 0, heard.length, size);
        double[] power = power(heard);
        double[] sum = new double[places];
        double[] first = {};
        for (int part = 0; part < parts; part++) {
            double[] fits = fits(wanted, part * PART, spectrum, power);
            first = part == 0 ? fits : first;
            double[] near = highestNear(fits);
            for (int place = 0; place < places; place++) {
                sum[place] += near[place + part * PART] / parts;
            }
        }
        int best = highest(sum, 0, places);
        int begin = highest(first, Math.max(0, best - SLACK), Math.min(first.length, best + SLACK + 1));
        return new Match(sum[best], (double) begin / RATE);
    }

    /** How one part fits at each place, from -1 to 1. */
    private static double[] fits(float[] wanted, int from, double[] spectrum, double[] power) {
        double own = power(Arrays.copyOfRange(wanted, from, from + PART))[0];
        double[] products = Fourier.correlate(spectrum, Fourier.spectrum(wanted, from, PART, spectrum.length / 2));
        double[] fits = new double[power.length];
        for (int i = 0; i < fits.length; i++) {
            boolean quiet = power[i] < QUIET * PART || own < QUIET * PART;
            fits[i] = quiet ? 0 : products[i] / Math.sqrt(own * power[i]);
        }
        return fits;
    }

    /** The energy of the part that begins at each place. */
    private static double[] power(float[] samples) {
        double[] sums = new double[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            sums[i + 1] = sums[i] + (double) samples[i] * samples[i];
        }
        double[] power = new double[samples.length - PART + 1];
        for (int i = 0; i < power.length; i++) {
            power[i] = sums[i + PART] - sums[i];
        }
        return power;
    }

    /** The highest value within reach of each place. */
    private static double[] highestNear(double[] values) {
        double[] near = new double[values.length];
        int at = -1;
        for (int i = 0; i < values.length; i++) {
            int end = Math.min(values.length, i + SLACK + 1);
            if (at < i - SLACK || at < 0) {
                at = highest(values, Math.max(0, i - SLACK), end);
            } else if (values[end - 1] > values[at]) {
                at = end - 1;
            }
            near[i] = values[at];
        }
        return near;
    }

    private static int highest(double[] values, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
