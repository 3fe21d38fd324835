/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

/**
 * Brings the delay to what is wanted, a stretch of sound at a time. Packets are due at ticks, so of the time that a packet
 * waits beyond what is wanted only whole ticks and what lies decoded when the next packet is due can be taken out.
 */
final class DelayControl {

    private static final long TICK_MICROS = 10_000;
    private static final long SLACK_MICROS = 500;
    private static final long SHORT_MICROS = 500;
    /** Off by so much, every packet is a chance to get nearer. */
    private static final long FAR_MICROS = 30_000;
    /** Otherwise the least of so many packets counts, for ticks may be late. */
    private static final int PACKETS = 8;
    /** What is laid over each other must resemble, less so the longer nothing does. */
    private static final double LIKENESS = 0.9;

    private static final double IMPATIENCE = 0.02;

    private final TimeStretch stretch;
    private final int perMs;
    private long least = Long.MAX_VALUE;
    private int seen;
    private double likeness = LIKENESS;

    DelayControl(int rate) {
        stretch = new TimeStretch(rate);
        perMs = rate / 1000;
    }

    void restart() {
        least = Long.MAX_VALUE;
        seen = 0;
        likeness = LIKENESS;
    }

    /**
     * Makes a decoded packet longer or shorter when the delay asks for it; returns its length.
     *
     * @param left samples decoded before and not played yet
     * @param beyond how much longer than wanted the packet waited, in microseconds
     */
    int adjust(short[] samples, int count, int left, long beyond) {
        least = Math.min(least, beyond);
        seen++;
        boolean far = beyond > FAR_MICROS || beyond < -FAR_MICROS / 2;
        if (seen < PACKETS && !far) {
            return count;
        }
        long extra = far ? beyond : least;
        int changed = count;
        if (extra >= 0) {
            long ticks = Math.max(0, extra - SLACK_MICROS) / TICK_MICROS * TICK_MICROS;
            int spare = left + (int) (ticks * perMs / 1000);
            if (spare < stretch.shortest()) {
                restart();
                return count;
            }
            changed = stretch.shorten(samples, count, spare, likeness);
        } else if (extra < -SHORT_MICROS) {
            changed = stretch.lengthen(samples, count, count / 2, likeness);
        } else {
            restart();
            return count;
        }
        if (changed == count) {
            likeness -= IMPATIENCE;
        } else {
            restart();
        }
        return changed;
    }
}
