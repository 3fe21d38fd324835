/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the tick a hundred times a second. Small delays are caught up; after a long one the lost ticks are let go. Ticks
 * move slowly to shortly after the times at which the microphone's frames come, so that those do not wait.
 */
public final class GraphClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GraphClock.class);
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LOST = 10 * PERIOD;

    /** After a frame's coming, for it may come a bit late. */
    private static final long AFTER = TimeUnit.MICROSECONDS.toNanos(4000);
    /** The most that a tick moves: one percent, which the far side's jitter buffer follows. */
    private static final long STEP = TimeUnit.MICROSECONDS.toNanos(100);

    private static final int GENTLY = 32;

    private final Runnable tick;
    private final LongSupplier captured;
    private final Thread thread;
    private volatile boolean closed;

    /** By its own time alone. */
    public GraphClock(Runnable tick) {
        this(tick, () -> 0);
    }

    /**
     * @param captured when the microphone's last frame came ({@link System#nanoTime()}), long ago when there is none
     */
    public GraphClock(Runnable tick, LongSupplier captured) {
        this.tick = tick;
        this.captured = captured;
        thread = Thread.ofPlatform()
                .name("centralino-sound")
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        long next = System.nanoTime() + PERIOD;
        while (!closed) {
            long early = next - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
                continue;
            }
            if (early < -LOST) {
                next -= early;
            }
            next += PERIOD + shift(next, captured.getAsLong());
            try {
                tick.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A tick of the sound graph failed", e);
            }
        }
    }

    /** How far to move a tick at this time. */
    static long shift(long tick, long capture) {
        if (Math.abs(tick - capture) > LOST) {
            return 0;
        }
        // Frames come once a period, so half a period before or after is the most there can be.
        long early = Math.floorMod(capture + AFTER - tick + PERIOD / 2, PERIOD) - PERIOD / 2;
        return Math.max(-STEP, Math.min(STEP, early / GENTLY));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
