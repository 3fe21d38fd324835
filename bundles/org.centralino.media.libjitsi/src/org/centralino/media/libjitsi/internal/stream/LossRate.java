/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

/** How much of what was sent never came in time, of late. */
final class LossRate {

    private static final double MEMORY = 1 / 200.0;
    private static final double NOTICED = 0.015;
    private static final double FORGOTTEN = 0.004;

    private double rate;
    private boolean noticed;

    void lost() {
        rate += (1 - rate) * MEMORY;
        noticed |= rate > NOTICED;
    }

    void arrived() {
        rate -= rate * MEMORY;
        noticed &= rate > FORGOTTEN;
    }

    /** Whether it is worth to do something about it. */
    boolean isNoticed() {
        return noticed;
    }
}
