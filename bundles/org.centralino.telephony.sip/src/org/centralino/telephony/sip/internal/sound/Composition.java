/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

/**
 * Our own music on hold, made for this program: forty-eight seconds in F major, a plucked accompaniment under a slow melody.
 * It lies where telephones hear best, ends where it begins, and the last notes die away over the first.
 */
final class Composition {

    private static final double BEAT = 0.75;
    private static final int BEATS_PER_BAR = 4;

    /** Per bar the accompaniment's four notes from the lowest, as MIDI numbers. */
    private static final int[][] CHORDS = {
        {53, 60, 64, 69}, {57, 60, 64, 67}, {50, 57, 60, 65}, {55, 58, 62, 65},
        {58, 62, 65, 69}, {53, 60, 64, 69}, {55, 58, 62, 65}, {48, 58, 62, 67},
        {53, 60, 64, 69}, {52, 58, 60, 67}, {50, 57, 60, 65}, {57, 60, 64, 67},
        {58, 62, 65, 69}, {55, 58, 62, 65}, {48, 55, 60, 65}, {48, 58, 60, 64}
    };

    /** Which of the four sounds on each half beat. */
    private static final int[] FIGURE = {0, 1, 2, 3, 2, 3, 1, 2};

    /** The melody: beat of the bar, length in beats, MIDI number, for each bar. */
    private static final double[][] MELODY = {
        {0, 2, 76, 2, 1, 77, 3, 1, 79},
        {0, 3, 72, 3, 1, 74},
        {0, 2, 77, 2, 2, 76},
        {0, 4, 74},
        {0, 1.5, 74, 1.5, 0.5, 72, 2, 2, 70},
        {0, 2, 69, 2, 2, 72},
        {0, 1, 74, 1, 1, 72, 2, 2, 70},
        {0, 4, 67},
        {0, 2, 72, 2, 1, 76, 3, 1, 77},
        {0, 3, 79, 3, 1, 76},
        {0, 2, 77, 2, 1, 81, 3, 1, 79},
        {0, 4, 76},
        {0, 1.5, 77, 1.5, 0.5, 76, 2, 2, 74},
        {0, 2, 70, 2, 2, 74},
        {0, 3, 72, 3, 1, 70},
        {0, 4, 72}
    };

    /** One turn of a sine, fine enough that its steps are below 16 bits. */
    private static final float[] SINE = new float[1 << 16];

    static {
        for (int i = 0; i < SINE.length; i++) {
            SINE[i] = (float) Math.sin(2 * Math.PI * i / SINE.length);
        }
    }

    private final float[] mix;

    private Composition() {
        mix = new float[(int) (CHORDS.length * BEATS_PER_BAR * BEAT * Piece.RATE)];
    }

    /** Takes about half a second. */
    static Piece piece() {
        Composition composition = new Composition();
        for (int bar = 0; bar < CHORDS.length; bar++) {
            composition.play(bar);
        }
        short[] samples = new short[composition.mix.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) composition.mix[i];
        }
        SteadyLevel.apply(samples);
        return new Piece(samples);
    }

    private void play(int bar) {
        double start = bar * BEATS_PER_BAR * BEAT;
        int[] chord = CHORDS[bar];
        for (int note : chord) {
            pad(note, start);
        }
        for (int half = 0; half < FIGURE.length; half++) {
            // A hair of rubato and of accent, or it sounds like a machine.
            double late = half % 2 == 0 ? 0 : 0.012;
            pluck(chord[FIGURE[half]] + 12, start + half * BEAT / 2 + late, half % 4 == 0 ? 1500 : 1150);
        }
        double[] melody = MELODY[bar];
        for (int i = 0; i < melody.length; i += 3) {
            sing((int) melody[i + 2], start + melody[i] * BEAT, melody[i + 1] * BEAT);
        }
    }

    /** A soft chord under everything: slow to come, slow to go. */
    private void pad(int note, double start) {
        double length = BEATS_PER_BAR * BEAT;
        double hertz = hertz(note);
        int samples = (int) ((length + 0.8) * Piece.RATE);
        for (int i = 0; i < samples; i++) {
            double t = (double) i / Piece.RATE;
            double envelope = smooth(t / 0.8) * smooth((length + 0.8 - t) / 0.8);
            double turn = hertz * t;
            add(start, i, envelope * 380 * (sine(turn) + 0.25 * sine(2 * turn)));
        }
    }

    /** A string plucked: higher partials die sooner. */
    private void pluck(int note, double start, double loudness) {
        double hertz = hertz(note);
        int samples = (int) (1.6 * Piece.RATE);
        for (int partial = 1; partial <= 4 && partial * hertz < 3_300; partial++) {
            double level = loudness / Math.pow(partial, 1.6);
            double fade = Math.exp(-(2.4 + 1.6 * partial) / Piece.RATE);
            for (int i = 0; i < samples; i++) {
                double t = (double) i / Piece.RATE;
                add(start, i, level * smooth(t / 0.006) * smooth((1.6 - t) / 0.2) * sine(partial * hertz * t));
                level *= fade;
            }
        }
    }

    /** The melody's voice: round, with a vibrato that comes late. */
    private void sing(int note, double start, double length) {
        double hertz = hertz(note);
        double release = 0.35;
        int samples = (int) ((length + release) * Piece.RATE);
        for (int i = 0; i < samples; i++) {
            double t = (double) i / Piece.RATE;
            double envelope = smooth(t / 0.06) * smooth((length + release - t) / release) * (1 - 0.3 * smooth(t / 2));
            double turn = hertz * t + 0.06 * smooth((t - 0.4) / 0.6) * sine(5.2 * t);
            double voice = sine(turn) + 0.22 * sine(2 * turn) + 0.08 * sine(3 * turn);
            add(start, i, 1500 * envelope * voice);
        }
    }

    private void add(double start, int sample, double value) {
        mix[((int) (start * Piece.RATE) + sample) % mix.length] += (float) value;
    }

    private static float sine(double turns) {
        return SINE[(int) (long) (turns * SINE.length) & SINE.length - 1];
    }

    /** From 0 to 1 without a corner. */
    private static double smooth(double x) {
        double part = Math.clamp(x, 0, 1);
        return part * part * (3 - 2 * part);
    }

    private static double hertz(int note) {
        return 440 * Math.pow(2, (note - 69) / 12.0);
    }
}
