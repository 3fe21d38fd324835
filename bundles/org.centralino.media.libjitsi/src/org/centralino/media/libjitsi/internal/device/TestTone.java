/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import org.centralino.media.SoundGraph;

/** Three short notes over whatever is played, when asked for. */
final class TestTone {

    private static final double[] HERTZ = {523.25, 659.26, 783.99};
    private static final int NOTE = SoundGraph.RATE * 3 / 10;
    private static final int FADE = SoundGraph.RATE / 50;
    private static final double AMPLITUDE = 6000;

    private volatile boolean asked;
    private int left;

    /** Begins, or begins again. Any thread. */
    void start() {
        asked = true;
    }

    /** Adds its part to a frame. For the graph's thread. */
    void addTo(short[] frame) {
        if (asked) {
            asked = false;
            left = HERTZ.length * NOTE;
        }
        int remaining = left;
        for (int i = 0; i < frame.length && remaining > 0; i++, remaining--) {
            int at = HERTZ.length * NOTE - remaining;
            int inNote = at % NOTE;
            double envelope = Math.min(1, Math.min(inNote, NOTE - inNote) / (double) FADE);
            double sine = Math.sin(2 * Math.PI * HERTZ[at / NOTE] * inNote / SoundGraph.RATE);
            double sum = frame[i] + AMPLITUDE * envelope * sine;
            frame[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
        }
        left = remaining;
    }
}
