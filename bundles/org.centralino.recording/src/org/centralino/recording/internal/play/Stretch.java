/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.play;

import java.util.Arrays;
import org.centralino.media.SoundGraph;

/**
 * Changes how fast sound goes and not its pitch (WSOLA): pieces of 30 ms follow each other at the wanted pace, each laid over
 * the end of the one before at the place near by where the two are most alike. For one thread.
 */
final class Stretch {

    /** Samples in a piece; half of it is laid over the one before. */
    static final int PIECE = 3 * SoundGraph.FRAME;

    /** Samples that come out of one piece. */
    static final int HOP = PIECE / 2;

    /** How far from its place a piece may be taken. */
    static final int REACH = SoundGraph.FRAME;

    private static final int STEP = 4;
    private static final float[] FADE = fade();

    private final short[] tail = new short[HOP];
    private boolean begun;

    /** What is at hand from a place on is unlike what was before. */
    void reset() {
        begun = false;
        Arrays.fill(tail, (short) 0);
    }

    /**
     * Makes {@link #HOP} samples.
     *
     * @param sound where the piece is due at {@code place}, with {@link #REACH} samples before and a piece and as many after
     */
    void next(short[] sound, int place, short[] out) {
        int from = begun ? place + bestShift(sound, place) : place;
        for (int i = 0; i < HOP; i++) {
            float in = begun ? FADE[i] : 1;
            out[i] = (short) Math.round(tail[i] * (1 - in) + sound[from + i] * in);
        }
        System.arraycopy(sound, from + HOP, tail, 0, HOP);
        begun = true;
    }

    private int bestShift(short[] sound, int place) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int shift = -REACH; shift <= REACH; shift += STEP) {
            double product = 0;
            double energy = 1;
            for (int i = 0; i < HOP; i += STEP) {
                int sample = sound[place + shift + i];
                product += (double) tail[i] * sample;
                energy += (double) sample * sample;
            }
            double likeness = product / Math.sqrt(energy);
            if (likeness > highest) {
                highest = likeness;
                best = shift;
            }
        }
        return best;
    }

    private static float[] fade() {
        float[] fade = new float[HOP];
        for (int i = 0; i < HOP; i++) {
            fade[i] = (float) (0.5 - 0.5 * Math.cos(Math.PI * i / HOP));
        }
        return fade;
    }
}
