/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what other processes do, always with a deadline. */
public final class Await {
    private static final long PAUSE_NANOS = 10_000_000;

    private Await() {}

    /**
     * Asks again and again until the answer is true.
     *
     * @param otherwise what did not happen, for the failure's message; asked only then
     * @throws AssertionError when it is still false at the deadline
     */
    public static void until(Duration deadline, Supplier<String> otherwise, Callable<Boolean> condition) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise.get() + " (waited " + deadline.toMillis() + " ms)");
            }
            if (Thread.interrupted()) {
                throw new AssertionError("interrupted while waiting: " + otherwise.get());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
