/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/** What a call waits for, one thing at a time. Confined to the call event loop. */
final class CallTimer {

    private static final long LONGEST_RINGING_MS = 180_000;
    private static final long CANCEL_TIMEOUT_MS = 32_000;

    private final ScheduledExecutorService loop;
    private final Consumer<CallEvent> call;
    private @Nullable Future<?> armed;

    /** @param call takes what is due, on {@code loop} */
    CallTimer(ScheduledExecutorService loop, Consumer<CallEvent> call) {
        this.loop = loop;
        this.call = call;
    }

    void armRinging() {
        arm(new CallEvent.RangTooLong(), LONGEST_RINGING_MS);
    }

    void armCancel() {
        arm(new CallEvent.Lost("CANCEL not answered"), CANCEL_TIMEOUT_MS);
    }

    /** RFC 3261, 14.1: in units of 10 ms, longer for who made the Call-ID, so that the two do not meet again. */
    void armGlare(boolean ownCallId) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        arm(new CallEvent.GlareOver(), 10 * (ownCallId ? random.nextLong(210, 401) : random.nextLong(0, 201)));
    }

    private void arm(CallEvent event, long ms) {
        disarm();
        armed = loop.schedule(() -> call.accept(event), ms, TimeUnit.MILLISECONDS);
    }

    void disarm() {
        Future<?> before = armed;
        if (before != null) {
            before.cancel(false);
        }
        armed = null;
    }
}
