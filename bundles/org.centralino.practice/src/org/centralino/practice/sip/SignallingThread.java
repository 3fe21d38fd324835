/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which all calls of the exchange live. After closing, what is asked of it is forgotten. */
public final class SignallingThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignallingThread.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "practice-signalling");
        thread.setDaemon(true);
        return thread;
    });

    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }

    public void after(Duration delay, Runnable task) {
        try {
            executor.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("The exchange is closed", e);
        }
    }

    /** Runs a task and waits until it is done, but not for ever. */
    public void finish(Runnable task) {
        try {
            executor.submit(() -> guarded(task)).get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("Calls not ended in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // Whatever one message did, the next one is served.
            LOG.error("Signalling failed", e);
        }
    }

    /** Waits for what runs now, so that nothing uses the stack afterwards. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("Signalling still busy after two seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
