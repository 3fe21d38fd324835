/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.testing;

import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;

/** A sine. */
public final class Tone implements FrameSource {

    private final double step;
    private final double amplitude;
    private long sample;

    public Tone(double hertz, double amplitude) {
        step = 2 * Math.PI * hertz / SoundGraph.RATE;
        this.amplitude = amplitude;
    }

    @Override
    public boolean read(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (amplitude * Math.sin(step * sample++));
        }
        return true;
    }
}
