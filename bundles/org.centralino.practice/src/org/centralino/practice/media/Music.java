/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A short piece of our own, played over and over: broken chords on a plucked voice over a soft bass. It is rendered
 * once a sampling rate and shared by all who listen.
 */
public final class Music implements Sound {
    private static final Map<Integer, CompletableFuture<short[]>> RENDERED = new ConcurrentHashMap<>();
    private static final double[] PERIOD = period();
    private static final double BEAT_SECONDS = 0.24;
    /** Semitones from A4; a chord's bass first, then what is plucked over it. */
    private static final int[][] CHORDS = {
        {-21, -9, -5, -2, 3},
        {-24, -12, -9, -5, 0},
        {-28, -16, -9, -4, 0},
        {-26, -14, -10, -7, -2},
        {-21, -9, -5, -2, 7},
        {-24, -12, -9, -5, 3},
        {-28, -9, -4, 0, 3},
        {-26, -10, -7, -2, 2},
    };

    private static final int[] PATTERN = {1, 2, 3, 4, 3, 4, 3, 2};

    private int position;

    @Override
    public boolean fill(short[] frame, int sampleRate) {
        CompletableFuture<short[]> rendering =
                RENDERED.computeIfAbsent(sampleRate, rate -> CompletableFuture.supplyAsync(() -> render(rate)));
        if (!rendering.isDone()) {
            // The first listener waits a moment; the beat of all calls does not.
            Arrays.fill(frame, (short) 0);
            return true;
        }
        short[] piece = rendering.join();
        for (int i = 0; i < frame.length; i++) {
            frame[i] = piece[position];
            position = (position + 1) % piece.length;
        }
        return true;
    }

    private static short[] render(int sampleRate) {
        int beat = (int) (BEAT_SECONDS * sampleRate);
        int bar = beat * PATTERN.length;
        double[] mix = new double[bar * CHORDS.length];
        for (int chord = 0; chord < CHORDS.length; chord++) {
            pluck(mix, chord * bar, CHORDS[chord][0], 0.055, 1.6, sampleRate);
            for (int i = 0; i < PATTERN.length; i++) {
                pluck(mix, chord * bar + i * beat, CHORDS[chord][PATTERN[i]], 0.07, 0.5, sampleRate);
            }
        }
        short[] piece = new short[mix.length];
        for (int i = 0; i < mix.length; i++) {
            piece[i] = (short) Math.round(Short.MAX_VALUE * Math.tanh(mix[i]));
        }
        return piece;
    }

    private static void pluck(double[] mix, int start, int semitones, double amplitude, double decay, int sampleRate) {
        double step = PERIOD.length * 440 * Math.pow(2, semitones / 12.0) / sampleRate;
        double fading = Math.exp(-1 / (decay * sampleRate));
        double attack = 0.006 * sampleRate;
        int length = (int) (4 * decay * sampleRate);
        double level = amplitude;
        double phase = 0;
        int position = start % mix.length;
        for (int i = 0; i < length; i++) {
            mix[position] += PERIOD[(int) phase] * level * Math.min(1, i / attack);
            level *= fading;
            phase += step;
            if (phase >= PERIOD.length) {
                phase -= PERIOD.length;
            }
            // What rings on past the end belongs to the beginning: the loop has no seam.
            position = position + 1 == mix.length ? 0 : position + 1;
        }
    }

    /** One period of the voice, as taking a sine for each sample would take seconds. */
    private static double[] period() {
        double[] period = new double[4096];
        for (int i = 0; i < period.length; i++) {
            double phase = 2 * Math.PI * i / period.length;
            period[i] = Math.sin(phase) + 0.35 * Math.sin(2 * phase) + 0.12 * Math.sin(3 * phase);
        }
        return period;
    }
}
