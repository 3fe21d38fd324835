/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Registration;
import org.centralino.telephony.RegistrationListener;

/** A listener that a test waits on. */
public final class Watcher implements CallListener, RegistrationListener {

    private static final long DEADLINE_S = 10;

    public final List<Call> seen = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<Registration> registrations = new LinkedBlockingQueue<>();

    @Override
    public void callChanged(Call call) {
        seen.add(call);
        calls.add(call);
    }

    @Override
    public void registrationChanged(String address, Registration registration) {
        registrations.add(registration);
    }

    /** The next snapshot that satisfies {@code wanted}. */
    public Call await(String what, Predicate<Call> wanted) throws InterruptedException {
        return await(what, wanted, DEADLINE_S);
    }

    public Call await(String what, Predicate<Call> wanted, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            Call call = calls.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(call).as("a call that is %s; seen: %s", what, seen).isNotNull();
            if (wanted.test(call)) {
                return call;
            }
        }
    }

    public <S extends CallState> Call awaitState(Class<S> state) throws InterruptedException {
        return await(state.getSimpleName(), call -> state.isInstance(call.state()));
    }

    /** The reason of the next call that ends. */
    public EndReason awaitEnd() throws InterruptedException {
        return awaitEnd(DEADLINE_S);
    }

    public EndReason awaitEnd(long seconds) throws InterruptedException {
        Call call = await("over", Call::isEnded, seconds);
        return ((CallState.Ended) call.state()).reason();
    }

    public <R extends Registration> R awaitRegistration(Class<R> state) throws InterruptedException {
        return awaitRegistration(state, DEADLINE_S);
    }

    public <R extends Registration> R awaitRegistration(Class<R> state, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            Registration registration = registrations.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(registration)
                    .as("a registration that is " + state.getSimpleName())
                    .isNotNull();
            if (state.isInstance(registration)) {
                return state.cast(registration);
            }
        }
    }

    /** Waits until {@code condition} holds. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, DEADLINE_S);
    }

    public static void until(String what, BooleanSupplier condition, long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
