/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Notices a reading whose source says nothing any more. Any thread. */
final class SilenceWatch {

    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ScheduledExecutorService timer;
    private final long silenceNanos;
    private final Consumer<Reading> silent;

    /** @param silent told, on the timer's thread, of one that was silent for that long */
    SilenceWatch(ScheduledExecutorService timer, Duration silence, Consumer<Reading> silent) {
        this.timer = timer;
        this.silent = silent;
        silenceNanos = silence.toNanos();
    }

    /** Watches a reading until it is over or silent. */
    void watch(Reading watched) {
        long left = silenceNanos - idle(watched);
        try {
            timer.schedule(() -> lookAt(watched), Math.max(left, SHORTEST_NANOS), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The directory is closing.
            watched.cancel();
        }
    }

    private void lookAt(Reading watched) {
        if (watched.isOver()) {
            return;
        }
        if (idle(watched) < silenceNanos) {
            watch(watched);
        } else {
            silent.accept(watched);
        }
    }

    private static long idle(Reading watched) {
        return System.nanoTime() - watched.activity();
    }
}
