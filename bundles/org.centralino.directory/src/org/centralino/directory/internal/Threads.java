/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the directory. All that is searched and all that is the user's own belongs to the thread {@code work}; nothing
 * else changes it, and nothing that waits for a disk to write runs there, but on {@code disk}, in the same order.
 */
final class Threads {

    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private final ExecutorService work = Executors.newSingleThreadExecutor(task -> daemon(task, "directory"));
    private final ExecutorService disk = Executors.newSingleThreadExecutor(task -> daemon(task, "directory disk"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "directory timer"));

    ScheduledExecutorService timer() {
        return timer;
    }

    /** Runs something on the thread of the directory. */
    <T> CompletableFuture<T> work(Callable<T> task) {
        return on(work, task);
    }

    /** Runs something that may wait for the disk. */
    <T> CompletableFuture<T> disk(Callable<T> task) {
        return on(disk, task);
    }

    /** Runs something on the thread of the directory; what goes wrong is logged. */
    void run(Runnable task) {
        work(() -> {
                    task.run();
                    return true;
                })
                .exceptionally(failure -> {
                    if (!(failure instanceof CancellationException)) {
                        LOG.error("The directory failed", failure);
                    }
                    return false;
                });
    }

    /** Ends after what was begun; what comes later ends cancelled. */
    void stop() {
        timer.shutdownNow();
        work.shutdown();
    }

    /** Ends what waits for the disk after what was begun. */
    void stopDisk() {
        disk.shutdown();
    }

    private static <T> CompletableFuture<T> on(ExecutorService executor, Callable<T> task) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                if (!future.isDone()) {
                    complete(future, task);
                }
            });
        } catch (RejectedExecutionException e) {
            future.cancel(false);
        }
        return future;
    }

    private static <T> void complete(CompletableFuture<T> future, Callable<T> task) {
        try {
            future.complete(task.call());
        } catch (Exception | LinkageError | InternalError | StackOverflowError | AssertionError e) {
            future.completeExceptionally(e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
