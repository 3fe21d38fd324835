/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.util.Arrays;

/**
 * How much later than the fastest the packets of a stream come, over the last seconds: what a jitter buffer has to wait.
 * Only differences matter, so the two sides' clocks need not agree; a drift between them is slow beside the window.
 */
final class DelayEstimate {

    /** Ten seconds of the usual packets. */
    private static final int WINDOW = 500;
    /** All but so many of a hundred packets are to be in time. */
    private static final int LATE_PERCENT = 1;
    /** A straggler is later than the rest by this part of its delay. */
    private static final int STRAGGLING = 4;

    private static final int FEW = 25;
    private static final long FIRST_MICROS = 20_000;
    /** The sound's tick and the receiving thread are never exactly on time. */
    private static final long MARGIN_MICROS = 2_000;

    private static final long MOST_MICROS = 500_000;
    private static final int INTERVAL = 5;
    /** What comes so shortly after another packet was held up with it. */
    private static final long BURST_MICROS = 2_000;

    private final long[] transits = new long[WINDOW];
    private final long[] sorted = new long[WINDOW];
    private int count;
    private int next;
    private long fastest;
    private long wait = FIRST_MICROS;
    private long lastArrival;

    /**
     * A packet came. Of packets that were held up together only the first counts, or one stall would be remembered as many.
     *
     * @param transit when it came less the time it is of, in microseconds
     */
    void add(long arrival, long transit) {
        boolean heldUp = count > 0 && arrival - lastArrival < BURST_MICROS;
        lastArrival = arrival;
        fastest = count == 0 ? transit : Math.min(fastest, transit);
        if (heldUp) {
            return;
        }
        transits[next] = transit;
        next = (next + 1) % WINDOW;
        count = Math.min(WINDOW, count + 1);
        if (next % INTERVAL == 0) {
            compute();
        }
    }

    private void compute() {
        System.arraycopy(transits, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        fastest = sorted[0];
        long needed = Math.min(MOST_MICROS, latest() + MARGIN_MICROS);
        wait = count < FEW ? Math.max(FIRST_MICROS, needed) : needed;
    }

    /** Those that may be late are to be stragglers: what is but a little later than the rest belongs to it. */
    private long latest() {
        int last = count - 1 - count * LATE_PERCENT / 100;
        long rest = sorted[last] - fastest;
        while (last + 1 < count && sorted[last + 1] - fastest <= rest + rest / STRAGGLING) {
            last++;
        }
        return sorted[last] - fastest;
    }

    /** How far this transit is beyond that of the fastest packet. */
    long beyondFastest(long transit) {
        return count == 0 ? 0 : transit - fastest;
    }

    /** What to wait after the time at which the fastest packet would have come, in microseconds. */
    long waitMicros() {
        return wait;
    }

    void forget() {
        count = 0;
        next = 0;
        wait = FIRST_MICROS;
    }
}
