/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine.internal;

import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import org.centralino.quarantine.Guest;
import org.centralino.quarantine.Held;
import org.centralino.quarantine.Held.Reason;
import org.centralino.quarantine.Quarantine;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** A guest: runs its code under watch, on its own thread or on another's. */
final class GuestCode implements Guest {

    /** How many threads a guest may have besides. */
    static final int MOST_THREADS = 16;

    private final Bundle bundle;
    private final String name;
    private final ScheduledExecutorService clock;
    private final BiConsumer<Held, Throwable> news;
    private volatile GuestThread thread;
    private volatile @Nullable Held held;

    /** @param news told once whenever it is put in quarantine, and why; returns at once */
    GuestCode(Bundle bundle, ScheduledExecutorService clock, BiConsumer<Held, Throwable> news) {
        this.bundle = bundle;
        this.clock = clock;
        this.news = news;
        String given = bundle.getHeaders().get(Constants.BUNDLE_NAME);
        name = given == null || given.isBlank() ? symbolicName(bundle) : given.strip();
        thread = new GuestThread(symbolicName(bundle));
    }

    static String symbolicName(Bundle bundle) {
        String symbolic = bundle.getSymbolicName();
        return symbolic == null ? bundle.getLocation() : symbolic;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isHeld() {
        return held != null;
    }

    @Nullable
    Held held() {
        return held;
    }

    @Override
    public void run(String doing, Runnable code) {
        run(doing, Quarantine.DEADLINE_MS, code);
    }

    @Override
    public void make(String doing, Runnable code) {
        run(doing, Quarantine.MAKING_MS, code);
    }

    private void run(String doing, long deadlineMs, Runnable code) {
        if (held == null) {
            GuestThread own = thread;
            own.execute(() -> {
                if (call(doing, deadlineMs, false, code)) {
                    count(doing, own);
                }
            });
        }
    }

    @Override
    public boolean here(String doing, Runnable code) {
        return call(doing, Quarantine.DEADLINE_MS, true, code);
    }

    private boolean call(String doing, long deadlineMs, boolean waitedFor, Runnable code) {
        if (held != null) {
            return false;
        }
        Invocation invocation = Invocation.begin(
                clock, deadlineMs, waitedFor, where -> hold(Reason.STALLED, doing, at(where, deadlineMs)));
        Throwable failure = failure(code);
        boolean inTime = invocation.end();
        if (failure instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
            throw error; // the guest alone is not to blame
        }
        if (inTime && failure != null) {
            hold(Reason.THREW, doing, failure);
        }
        return inTime && failure == null;
    }

    private static @Nullable Throwable failure(Runnable code) {
        try {
            code.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private void count(String doing, GuestThread own) {
        long others = own.others();
        if (others > MOST_THREADS) {
            hold(Reason.LEAKED_THREADS, doing, new IllegalStateException(others + " threads of its own are left"));
        }
    }

    private static Throwable at(StackTraceElement[] where, long deadlineMs) {
        Throwable place = new IllegalStateException("it was here after " + deadlineMs + " ms");
        place.setStackTrace(where);
        return place;
    }

    private void hold(Reason reason, String doing, Throwable cause) {
        Held now = new Held(bundle, name, reason, doing, Instant.now());
        synchronized (this) {
            if (held != null) {
                return;
            }
            held = now;
            thread.stop();
        }
        news.accept(now, cause);
    }

    /** Lets it try again, on another thread: the one before may never come back. Returns whether it was held. */
    synchronized boolean release() {
        if (held == null) {
            return false;
        }
        thread = new GuestThread(symbolicName(bundle));
        held = null;
        return true;
    }

    /** It is gone; returns whether it was held. */
    synchronized boolean leave() {
        thread.stop();
        return held != null;
    }
}
