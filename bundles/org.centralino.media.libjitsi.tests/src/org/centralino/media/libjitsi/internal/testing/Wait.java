/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what has no event of its own, with a deadline. */
public final class Wait {

    private Wait() {}

    public static void until(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        until(what, patience, condition, () -> "");
    }

    /** The same; on failure the message ends with what is there instead. */
    public static void until(String what, Duration patience, BooleanSupplier condition, Supplier<String> whatElse)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + patience + ": " + what + whatElse.get());
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}
