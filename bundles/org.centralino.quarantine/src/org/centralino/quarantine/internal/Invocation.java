/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine.internal;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One call of a guest's code, from its beginning to its end on one thread. Past its deadline that thread is interrupted, again
 * and again for as long as the call lasts and never after it.
 */
final class Invocation implements Runnable {

    private static final int MOST_INTERRUPTS = 150;
    private static final int MOST_EXCUSES = 4;

    private final Object lock = new Object();
    private final Thread thread = Thread.currentThread();
    private final ScheduledExecutorService clock;
    private final long deadlineMs;
    private final boolean waitedFor;
    private final Consumer<StackTraceElement[]> stalled;
    private long due;
    private @Nullable Future<?> alarm;
    private int interrupts;
    private int excuses;
    /** Set without the lock: who waits for that to end does not wait in the guest's code. */
    private volatile boolean over;

    private Invocation(
            ScheduledExecutorService clock, long deadlineMs, boolean waitedFor, Consumer<StackTraceElement[]> stalled) {
        this.clock = clock;
        this.deadlineMs = deadlineMs;
        this.waitedFor = waitedFor;
        this.stalled = stalled;
    }

    /**
     * Begins, on this thread.
     *
     * @param waitedFor whether this thread has something else to do after it
     * @param stalled told once, on the clock's thread, where the guest was at its deadline; returns at once
     */
    static Invocation begin(
            ScheduledExecutorService clock, long deadlineMs, boolean waitedFor, Consumer<StackTraceElement[]> stalled) {
        Invocation invocation = new Invocation(clock, deadlineMs, waitedFor, stalled);
        invocation.wind();
        return invocation;
    }

    private void wind() {
        synchronized (lock) {
            due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(deadlineMs);
            alarm = clock.schedule(this, deadlineMs, TimeUnit.MILLISECONDS);
        }
    }

    /** The deadline has come. */
    @Override
    public void run() {
        synchronized (lock) {
            if (over) {
                return;
            }
            if (interrupts == 0 && isExcused() && excuses++ < MOST_EXCUSES) {
                wind();
                return;
            }
            if (over) {
                return; // just now, and it was seen waiting for the lock
            }
            if (interrupts++ == 0) {
                stalled.accept(thread.getStackTrace());
            }
            thread.interrupt();
            if (interrupts < MOST_INTERRUPTS) {
                wind();
            }
        }
    }

    /**
     * Where the alarm is late too, it is the computer that stood still and not the guest. And what is at work, not waiting, may be
     * reading classes on a busy computer, and would not heed an interrupt anyway; but where it is waited for, it may wait in a
     * native method as well, for a server for instance, and does not look it.
     */
    private boolean isExcused() {
        long lateMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due);
        if (lateMs > deadlineMs / 2) {
            return true;
        }
        StackTraceElement[] where = thread.getStackTrace();
        boolean isNative = where.length == 0 || where[0].isNativeMethod();
        return thread.getState() == Thread.State.RUNNABLE && !(waitedFor && isNative);
    }

    /** Ends, on the same thread; returns whether the guest came back in time. */
    boolean end() {
        over = true;
        synchronized (lock) {
            Future<?> last = alarm;
            if (last != null) {
                last.cancel(false);
            }
            if (interrupts > 0) {
                Thread.interrupted(); // ours, if the guest has not heeded it; what comes next here is somebody else's
            }
            return interrupts == 0;
        }
    }
}
