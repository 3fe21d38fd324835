/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the tick a hundred times a second. Small delays are caught up; after a long one the lost ticks are let go. */
public final class GraphClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GraphClock.class);
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LOST = 10 * PERIOD;

    private final Runnable tick;
    private final Thread thread;
    private volatile boolean closed;

    public GraphClock(Runnable tick) {
        this.tick = tick;
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
            next += PERIOD;
            try {
                tick.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A tick of the sound graph failed", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
