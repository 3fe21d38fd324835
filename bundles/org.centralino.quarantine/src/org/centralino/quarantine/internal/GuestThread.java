/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine.internal;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread of a guest, which is there while there is work for it, and the group that all threads inherit that are made on
 * it.
 */
final class GuestThread {

    private static final int IDLE_S = 10;

    private final ThreadGroup group;
    private final ThreadPoolExecutor work;

    GuestThread(String name) {
        group = new ThreadGroup(top(), "guest " + name);
        work = new ThreadPoolExecutor(
                1,
                1,
                IDLE_S,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread made = new Thread(group, task, "guest " + name);
                    made.setDaemon(true);
                    made.setPriority(Thread.NORM_PRIORITY); // who asks first may have another
                    return made;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        work.allowCoreThreadTimeOut(true);
    }

    /** Not the group of the thread which is here first: it may be a guest's. */
    static ThreadGroup top() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Runs it after what was given before; never, when {@link #stop} comes first. */
    void execute(Runnable task) {
        work.execute(task);
    }

    /** Interrupts what runs, and drops what waits and what comes. */
    void stop() {
        work.shutdownNow();
    }

    /** How many threads live in the group beside the one that asks. */
    long others() {
        Thread[] threads = new Thread[2 * group.activeCount() + 8];
        int count = group.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(thread -> thread.isAlive() && thread != Thread.currentThread() && !isEverybodys(thread))
                .count();
    }

    /** The common pool's threads are made by whoever needs one first. */
    private static boolean isEverybodys(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }
}
