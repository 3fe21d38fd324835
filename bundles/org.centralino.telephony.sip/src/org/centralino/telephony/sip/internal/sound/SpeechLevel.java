/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import org.centralino.media.FrameSink;

/** The loudest sample of the last tenth of a second or so, 0 to 1. Written by the graph, read on any thread. */
final class SpeechLevel implements FrameSink {

    private static final int FRAMES = 10;
    private static final double LOUDEST = 32_768;

    private int peak;
    private int frames;
    private volatile int current;
    private volatile int latest;

    @Override
    public void write(short[] frame) {
        for (short sample : frame) {
            peak = Math.max(peak, Math.abs(sample));
        }
        latest = peak;
        if (++frames == FRAMES) {
            current = peak;
            frames = 0;
            peak = 0;
        }
    }

    double get() {
        return Math.max(current, latest) / LOUDEST;
    }
}
