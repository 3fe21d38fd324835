/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

/** How loud a recording is in equal parts of it, each channel for itself. Immutable. */
final class Wave {

    /** Nothing is known yet. */
    static final Wave NONE = new Wave(new float[0]);

    private final float[] peaks;

    /** @param peaks the loudest sample, 0 to 1, of each part: first all of the left channel, then the right */
    Wave(float[] peaks) {
        this.peaks = peaks.clone();
    }

    /** The loudest sample of our side in one of so many bars, 0 to 1. */
    float ours(int bar, int bars) {
        return peak(0, bar, bars);
    }

    /** The loudest sample of the far side. */
    float theirs(int bar, int bars) {
        return peak(peaks.length / 2, bar, bars);
    }

    private float peak(int offset, int bar, int bars) {
        int columns = peaks.length / 2;
        if (columns == 0) {
            return 0;
        }
        int from = (int) ((long) bar * columns / bars);
        int to = Math.clamp((long) (bar + 1) * columns / bars, from + 1, columns);
        float loudest = 0;
        for (int i = from; i < to; i++) {
            loudest = Math.max(loudest, peaks[offset + i]);
        }
        return Math.min(1, loudest);
    }
}
