/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Finds the strongest frequency in what it is fed, and its level. Windows that are nearly silent count for nothing, nor
 * do those at the edges of silence, so a tone is measured as it sounded and not diluted by the pauses around it; only of
 * a sound shorter than three windows, about a quarter of a second, the edges are taken. Safe for use by two threads.
 */
public final class ToneMeter {
    private static final double SILENCE = 32768 * Math.pow(10, -55 / 20.0);

    /** @param levelDb relative to a full-scale sine */
    public record Reading(double hz, double levelDb) {}

    private final int sampleRate;
    private final double[] window;
    private final Spectrum steady;
    private final Spectrum edges;
    private double @Nullable [] previous;
    private int run;
    private int filled;

    /** The sum of many windows' power. */
    private static final class Spectrum {
        private final double[] power;
        private long windows;

        Spectrum(int bins) {
            power = new double[bins];
        }

        void add(double[] more) {
            for (int bin = 0; bin < power.length; bin++) {
                power[bin] += more[bin];
            }
            windows++;
        }
    }

    public ToneMeter(int sampleRate) {
        this.sampleRate = sampleRate;
        int size = Integer.highestOneBit(sampleRate / 7);
        window = new double[size];
        steady = new Spectrum(size / 2);
        edges = new Spectrum(size / 2);
    }

    public synchronized void hear(short[] samples) {
        for (short sample : samples) {
            window[filled++] = sample;
            if (filled == window.length) {
                filled = 0;
                analyse();
            }
        }
    }

    /** @return null when nothing above silence was heard */
    public synchronized @Nullable Reading read() {
        Spectrum spectrum = steady.windows > 0 ? steady : edges;
        double[] power = spectrum.power;
        int peak = 0;
        for (int bin = 2; bin < power.length - 1; bin++) {
            if (power[bin] > power[peak]) {
                peak = bin;
            }
        }
        if (spectrum.windows == 0 || peak == 0) {
            return null;
        }
        double left = Math.log(power[peak - 1] + 1e-9);
        double middle = Math.log(power[peak] + 1e-9);
        double right = Math.log(power[peak + 1] + 1e-9);
        double offset = Math.clamp((left - right) / (2 * (left - 2 * middle + right)), -0.5, 0.5);
        // A Hann window spreads a sine over three bins: together they hold all its power, wherever it falls.
        double sum = (power[peak - 1] + power[peak] + power[peak + 1]) / spectrum.windows;
        double amplitude = Math.sqrt(sum / 1.5) * 4 / window.length;
        return new Reading((peak + offset) * sampleRate / window.length, 20 * Math.log10(amplitude / 32768));
    }

    private void analyse() {
        double energy = 0;
        for (double sample : window) {
            energy += sample * sample;
        }
        if (Math.sqrt(energy / window.length) < SILENCE) {
            run = 0;
            return;
        }
        double[] power = power();
        edges.add(power);
        double[] before = previous;
        if (++run >= 3 && before != null) {
            // Sound before it and sound after it: this one was full of it.
            steady.add(before);
        }
        previous = power;
    }

    private double[] power() {
        double[] re = new double[window.length];
        double[] im = new double[window.length];
        for (int i = 0; i < window.length; i++) {
            re[i] = window[i] * 0.5 * (1 - Math.cos(2 * Math.PI * i / window.length));
        }
        Fourier.transform(re, im);
        double[] power = new double[window.length / 2];
        for (int bin = 0; bin < power.length; bin++) {
            power[bin] = re[bin] * re[bin] + im[bin] * im[bin];
        }
        return power;
    }
}
