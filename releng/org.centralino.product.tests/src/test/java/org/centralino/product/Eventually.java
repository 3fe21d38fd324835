/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import java.time.Duration;

/** Holds an assertion against what is measured again and again, until it is true or the deadline has passed. */
final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(12);

    private Eventually() {}

    static void holds(Runnable assertion) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }
}
