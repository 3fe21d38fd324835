/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs calls into libjitsi in order on a thread of its own. A call that does not return in a second is left behind with
 * its thread, and the calls after it go on on another: hanging up never waits. No thread while there is nothing to do.
 */
final class WatchedWorker {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedWorker.class);
    private static final long PATIENCE_MS = 1000;
    /** Closing has no one who waits for it, so it may take its time. */
    private static final long CLOSING_MS = 4000;

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("centralino-leg-watch").daemon().unstarted(task));

    private final String name;
    private final Deque<Call> calls = new ArrayDeque<>();
    private @Nullable Thread thread;

    private record Call(String what, Runnable code, long patienceMs) {}

    WatchedWorker(String name) {
        this.name = name;
    }

    void run(String what, Runnable code) {
        add(new Call(what, code, PATIENCE_MS));
    }

    /** As {@link #run}, with more patience. */
    void close(Runnable code) {
        add(new Call("close", code, CLOSING_MS));
    }

    private synchronized void add(Call call) {
        calls.add(call);
        if (thread == null) {
            proceed();
        }
    }

    private void proceed() {
        Thread next = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
        next.setContextClassLoader(WatchedWorker.class.getClassLoader());
        thread = next;
        next.start();
    }

    private void work() {
        for (Call call = next(); call != null; call = next()) {
            Call present = call;
            Thread self = Thread.currentThread();
            Future<?> watch = WATCH.schedule(() -> abandon(self, present), present.patienceMs, TimeUnit.MILLISECONDS);
            try {
                present.code.run();
            } catch (RuntimeException | Error e) {
                // Errors too: FMJ has some of its own.
                LOG.error("{}: {} failed", name, present.what, e);
            } finally {
                watch.cancel(false);
            }
        }
    }

    private synchronized @Nullable Call next() {
        if (thread != Thread.currentThread()) {
            return null;
        }
        if (calls.isEmpty()) {
            thread = null;
            return null;
        }
        return calls.remove();
    }

    private synchronized void abandon(Thread stuck, Call call) {
        if (thread != stuck) {
            return;
        }
        if (LOG.isWarnEnabled()) {
            IllegalStateException where = new IllegalStateException("where it hangs");
            where.setStackTrace(stuck.getStackTrace());
            LOG.warn("{}: {} does not return and is left behind", name, call.what, where);
        }
        thread = null;
        if (!calls.isEmpty()) {
            proceed();
        }
    }
}
