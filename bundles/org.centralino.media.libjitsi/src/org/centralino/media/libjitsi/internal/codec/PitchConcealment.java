/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

/**
 * Fills gaps in a waveform in the spirit of ITU-T G.711 Appendix I: the last pitch period goes on, fading over 60 ms, and
 * is blended into what comes after it. Unlike there nothing is held back for the blend into the gap: its step is levelled
 * out instead, so no delay is added.
 */
public final class PitchConcealment {

    private static final int HISTORY_MS = 48;
    private static final int WINDOW_MS = 15;
    private static final int LONGEST_PITCH_MS = 15;
    private static final int SHORTEST_PITCH_MS = 5;
    private static final int FADE_MS = 50;
    /** Full strength before the fade. */
    private static final int STEADY_MS = 10;

    private final int perMs;
    private final short[] history;
    private final float[] period;
    private int length;
    /** Where in the period the next sample is. */
    private int at;
    /** Samples concealed since the last heard. */
    private int concealed;
    /** The step from the last sample heard to the period, levelled out. */
    private float step;

    public PitchConcealment(int rate) {
        perMs = rate / 1000;
        history = new short[HISTORY_MS * perMs];
        period = new float[LONGEST_PITCH_MS * perMs];
    }

    /** Samples were decoded; after a gap their beginning is blended with the concealment going on. */
    public void heard(short[] samples, int count) {
        if (concealed > 0) {
            // Less than Appendix I's 4 ms for each 10 that were missing: what came is worth more than what is guessed.
            int blend = Math.min(count, Math.min(8 * perMs, 3 * perMs + concealed / 10));
            for (int i = 0; i < blend; i++) {
                samples[i] = (short) ((samples[i] * i + next() * (blend - i)) / blend);
            }
            concealed = 0;
        }
        remember(samples, 0, count);
    }

    /** Fills {@code count} samples from the beginning of {@code out}. */
    void conceal(short[] out, int count) {
        conceal(out, 0, count);
    }

    /** Fills {@code count} samples from {@code offset} on. */
    public void conceal(short[] out, int offset, int count) {
        if (concealed == 0) {
            begin();
        }
        for (int i = 0; i < count; i++) {
            out[offset + i] = (short) next();
        }
        remember(out, offset, count);
    }

    private float next() {
        float gain = Math.max(0, 1 - Math.max(0, concealed - STEADY_MS * perMs) / (float) (FADE_MS * perMs));
        float sample = (period[at] + step) * gain;
        step *= 1 - 1f / perMs;
        at = (at + 1) % length;
        concealed++;
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
    }

    private void begin() {
        length = pitch();
        at = 0;
        int start = history.length - length;
        for (int i = 0; i < length; i++) {
            period[i] = history[start + i];
        }
        // The end is blended into what came before the beginning, so that the repetition has no seam.
        int quarter = length / 4;
        for (int i = 0; i < quarter; i++) {
            float weight = (i + 1f) / (quarter + 1);
            int tail = length - quarter + i;
            period[tail] = period[tail] * (1 - weight) + history[start - quarter + i] * weight;
        }
        step = history[history.length - 1] - history[start - 1];
    }

    /** The distance at which the sound before the gap resembles its end most. */
    private int pitch() {
        int window = WINDOW_MS * perMs;
        int from = history.length - window;
        int best = SHORTEST_PITCH_MS * perMs;
        double highest = 0;
        for (int lag = best; lag <= LONGEST_PITCH_MS * perMs; lag++) {
            double product = 0;
            double energy = 1;
            for (int i = from; i < history.length; i++) {
                product += history[i] * history[i - lag];
                energy += history[i - lag] * history[i - lag];
            }
            double likeness = product / Math.sqrt(energy);
            if (likeness > highest) {
                highest = likeness;
                best = lag;
            }
        }
        return best;
    }

    private void remember(short[] samples, int offset, int count) {
        int kept = Math.min(count, history.length);
        System.arraycopy(history, kept, history, 0, history.length - kept);
        System.arraycopy(samples, offset + count - kept, history, history.length - kept, kept);
    }
}
