/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.centralino.quarantine.Guest;

/** A guest whose thread is the test's, when the test says so. */
final class FakeGuest implements Guest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    boolean held;

    /** Lets the guest do what waits for it. */
    void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** How many calls of the guest's code wait. */
    int waiting() {
        return waiting.size();
    }

    @Override
    public String name() {
        return "Acme CRM";
    }

    @Override
    public boolean isHeld() {
        return held;
    }

    @Override
    public void run(String doing, Runnable code) {
        if (!held) {
            waiting.add(code);
        }
    }

    @Override
    public void make(String doing, Runnable code) {
        run(doing, code);
    }

    @Override
    public boolean here(String doing, Runnable code) {
        throw new IllegalStateException("a button has nothing to do here");
    }
}
