/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has something done on the display's thread, once for as many changes as came meanwhile. Any thread. */
final class Soon {

    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor display;
    private final Runnable work;

    Soon(Executor display, Runnable work) {
        this.display = display;
        this.work = work;
    }

    void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            display.execute(() -> {
                scheduled.set(false);
                work.run();
            });
        }
    }
}
