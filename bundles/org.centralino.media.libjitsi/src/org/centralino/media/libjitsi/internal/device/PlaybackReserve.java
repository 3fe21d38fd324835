/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.concurrent.TimeUnit;

/**
 * How much sound waits in the sound server, so that neither side has to be on time to the millisecond: little, and more for
 * a while where that ran out several times: a stall once in a while is longer than any delay that one would want.
 */
final class PlaybackReserve {

    static final int LEAST_MS = 15;
    static final int MOST_MS = 30;
    private static final int STEP_MS = 5;
    /** More waits when it ran out as often as this within {@link #SOON}. */
    static final int OFTEN = 3;

    private static final long SOON = TimeUnit.SECONDS.toNanos(3);
    /** What ran out after we had paused for so long says nothing. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    /** So long must it have been enough before there is less again. */
    private static final long ENOUGH = TimeUnit.SECONDS.toNanos(10);

    private long underflow = -1;
    private long lastWrite;
    private long lastChange;
    private long firstOfThese;
    private int times;
    private int millis = LEAST_MS;

    /**
     * Asked before each write.
     *
     * @param underflowIndex where the server ran out of sound last, in whatever units
     * @param nanos the time
     * @return the reserve from now on, in milliseconds
     */
    int before(long underflowIndex, long nanos) {
        boolean paused = nanos - lastWrite > PAUSE;
        boolean ranOut = underflowIndex != underflow && !paused;
        underflow = underflowIndex;
        lastWrite = nanos;
        if (ranOut && isOften(nanos)) {
            millis = Math.min(MOST_MS, millis + STEP_MS);
            times = 0;
            lastChange = nanos;
        } else if (millis > LEAST_MS && nanos - lastChange > ENOUGH) {
            millis -= STEP_MS;
            lastChange = nanos;
        }
        return millis;
    }

    private boolean isOften(long nanos) {
        if (times == 0 || nanos - firstOfThese > SOON) {
            firstOfThese = nanos;
            times = 0;
        }
        return ++times == OFTEN;
    }
}
