/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.concurrent.TimeUnit;

/** The loudest sample of the last tenth of a second. Any thread. */
final class LevelMeter {

    private static final int FRAMES = 10;
    private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(200);

    private final int[] peaks = new int[FRAMES];
    private int next;
    private long fed;

    synchronized void feed(short[] frame) {
        int peak = 0;
        for (short sample : frame) {
            peak = Math.max(peak, Math.abs(sample));
        }
        peaks[next] = peak;
        next = (next + 1) % FRAMES;
        fed = System.nanoTime();
    }

    /** 0 to 1. */
    synchronized double level() {
        if (System.nanoTime() - fed > FRESH) {
            return 0;
        }
        int peak = 0;
        for (int frame : peaks) {
            peak = Math.max(peak, frame);
        }
        return Math.min(1, peak / (double) Short.MAX_VALUE);
    }
}
