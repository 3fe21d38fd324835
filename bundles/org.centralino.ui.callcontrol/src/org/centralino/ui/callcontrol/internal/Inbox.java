/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.centralino.telephony.Call;
import org.eclipse.jdt.annotation.Nullable;

/** Takes snapshots on any thread and has them looked at on the display's, once for as many as came meanwhile. */
final class Inbox {

    private final Queue<@Nullable Call> snapshots = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor display;
    private final Runnable look;

    /** @param look run on {@code display} after something came */
    Inbox(Executor display, Runnable look) {
        this.display = display;
        this.look = look;
    }

    void add(Call call) {
        snapshots.add(call);
        schedule();
    }

    /** Has it looked at, also if nothing came. */
    void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            display.execute(() -> {
                scheduled.set(false);
                look.run();
            });
        }
    }

    /** Hands out what came, in order. */
    void drain(Consumer<Call> to) {
        for (Call call = snapshots.poll(); call != null; call = snapshots.poll()) {
            to.accept(call);
        }
    }
}
