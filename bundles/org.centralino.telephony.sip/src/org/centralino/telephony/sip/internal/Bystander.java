/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one listener, in order, on a thread of its own. While it is slow, newer snapshots replace older ones of the same
 * subject that it has not seen; the last one always reaches it.
 */
final class Bystander<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Bystander.class);
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Consumer<T> listener;
    private final Function<T, Object> subject;
    private final ThreadPoolExecutor thread;
    private final Deque<T> pending = new ArrayDeque<>();
    private boolean telling;
    private long since;

    /**
     * @param name for the thread and the log
     * @param subject what a snapshot is about; equal subjects replace each other
     */
    Bystander(String name, Consumer<T> listener, Function<T, Object> subject) {
        this.listener = listener;
        this.subject = subject;
        this.thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread own = new Thread(task, "listener " + name);
            own.setDaemon(true);
            return own;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Returns at once. */
    synchronized void tell(T snapshot) {
        if (telling && System.nanoTime() - since > SLOW_NANOS) {
            pending.removeIf(older -> subject.apply(older).equals(subject.apply(snapshot)));
        }
        pending.add(snapshot);
        if (!telling) {
            telling = true;
            since = System.nanoTime();
            thread.execute(this::drain);
        }
    }

    private void drain() {
        for (T snapshot = next(); snapshot != null; snapshot = next()) {
            try {
                listener.accept(snapshot);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Listener {} failed", listener, e);
            }
        }
    }

    private synchronized @Nullable T next() {
        T snapshot = pending.poll();
        since = System.nanoTime();
        telling = snapshot != null;
        return snapshot;
    }

    /** Tells what is pending and no more. */
    void retire() {
        thread.shutdown();
    }
}
