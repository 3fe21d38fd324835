/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Beats every 20 ms for all calls of the exchange, on one thread. */
public final class MediaClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaClock.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "practice-media");
        thread.setDaemon(true);
        return thread;
    });

    ScheduledFuture<?> each20Ms(Runnable beat) {
        return executor.scheduleAtFixedRate(() -> guarded(beat), 0, 20, TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException e) {
            // A beat that throws would never beat again.
            LOG.error("Media of a call failed", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
