/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;

/** The tone that tells both sides that they are recorded: 1400 Hz, as is usual for it, for four tenths of a second, once. */
final class Beep implements FrameSource {

    static final int HERTZ = 1400;
    static final int MS = 400;

    private static final double LEVEL = 3_000;
    private static final int SAMPLES = SoundGraph.RATE / 1000 * MS;
    private static final int RAMP = SoundGraph.RATE / 200;

    private int sample;

    @Override
    public boolean read(short[] frame) {
        if (sample >= SAMPLES) {
            return false;
        }
        for (int i = 0; i < frame.length; i++) {
            // Edges that do not click.
            double gain = Math.clamp(Math.min(sample, SAMPLES - sample) / (double) RAMP, 0, 1);
            frame[i] = (short) (LEVEL * gain * Math.sin(2 * Math.PI * HERTZ * sample / SoundGraph.RATE));
            sample++;
        }
        return true;
    }
}
