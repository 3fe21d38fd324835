/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.centralino.history.HistoryListener;

/** Has something done on the display's thread, once for as many changes as came meanwhile. */
final class Soon implements HistoryListener {

    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor display;
    private final Runnable work;

    Soon(Executor display, Runnable work) {
        this.display = display;
        this.work = work;
    }

    @Override
    public void historyChanged() {
        schedule();
    }

    /** Has it done. Any thread. */
    void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            display.execute(() -> {
                scheduled.set(false);
                work.run();
            });
        }
    }
}
