/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.centralino.media.CallStatistics;
import org.centralino.media.MediaService;
import org.centralino.media.SoundGraph.Devices;
import org.centralino.telephony.Account;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.centralino.telephony.CallState.Ended;
import org.centralino.telephony.ConferenceService;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Registration;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.telephony.Registration.Registered;
import org.centralino.telephony.RegistrationListener;
import org.centralino.testbench.Await;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;

/** Our side: the services of this framework, as views use them, and all that listeners were told. */
final class Workstation implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final AccountService accounts;
    private final CallService calls;
    private final MediaService media;
    private final List<Registration> registrations = new CopyOnWriteArrayList<>();
    private final List<Call> changes = new CopyOnWriteArrayList<>();
    private final List<ServiceRegistration<?>> listeners;
    private final ConferenceService conference;

    Workstation() {
        BundleContext context = FrameworkUtil.getBundle(Workstation.class).getBundleContext();
        Dictionary<String, Object> granted = new Hashtable<>();
        granted.put(Condition.CONDITION_ID, "centralino.conference");
        ServiceRegistration<?> grant = context.registerService(Condition.class, Condition.INSTANCE, granted);
        conference = service(context, ConferenceService.class);
        accounts = service(context, AccountService.class);
        calls = service(context, CallService.class);
        media = service(context, MediaService.class);
        listeners = List.of(
                grant,
                context.registerService(CallListener.class, changes::add, new Hashtable<>()),
                context.registerService(
                        RegistrationListener.class,
                        (address, registration) -> registrations.add(registration),
                        new Hashtable<>()));
    }

    private static <T> T service(BundleContext context, Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(SOON.toMillis());
            if (service == null) {
                throw new AssertionError("no " + type.getSimpleName() + " in the framework");
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            tracker.close();
        }
    }

    void use(Account account) {
        accounts.use(List.of(account));
    }

    void signIn(Account account) {
        use(account);
        awaitRegistered(SOON);
    }

    /** Waits until the last word about the account is that it is registered. */
    void awaitRegistered(Duration deadline) {
        awaitRegistration(Registered.class, deadline);
    }

    NotRegistered awaitNotRegistered(Duration deadline) {
        return awaitRegistration(NotRegistered.class, deadline);
    }

    private <T extends Registration> T awaitRegistration(Class<T> wanted, Duration deadline) {
        Await.until(
                deadline,
                () -> "not " + wanted.getSimpleName() + " but " + registrations,
                () -> !registrations.isEmpty() && wanted.isInstance(registrations.getLast()));
        return wanted.cast(registrations.getLast());
    }

    /** All that was told of registrations so far, oldest first. */
    List<Registration> registrations() {
        return List.copyOf(registrations);
    }

    String dial(String target) {
        return calls.dial(target);
    }

    /** Waits until somebody calls us; returns the call's id. */
    String awaitIncoming() {
        Await.until(
                SOON,
                () -> "nobody calls; told were " + changes,
                () -> incoming().isPresent());
        return incoming().orElseThrow().id();
    }

    private Optional<Call> incoming() {
        return calls.calls().stream()
                .filter(call -> call.state() instanceof CallState.Incoming)
                .findFirst();
    }

    void answer(String id) {
        calls.answer(id);
    }

    void hold(String id) {
        calls.hold(id);
    }

    void resume(String id) {
        calls.resume(id);
    }

    void transfer(String id, String target) {
        calls.transfer(id, target);
    }

    void transferTo(String id, String other) {
        calls.transferTo(id, other);
    }

    /** What held parties hear from now on. */
    void useHoldMusic(@Nullable Path file) throws IOException {
        calls.useHoldMusic(file);
    }

    /** The calls that stand. */
    List<Call> calls() {
        return calls.calls();
    }

    /** The call as it was told of last. */
    Call now(String id) {
        return changes.stream()
                .filter(call -> call.id().equals(id))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    /** Waits until the call is as wanted. */
    Call awaitNow(String id, String what, Predicate<Call> wanted) {
        Await.until(SOON, () -> "not so: " + what + "; told were " + changes, () -> wanted.test(now(id)));
        return now(id);
    }

    ConferenceService conference() {
        return conference;
    }

    void hangUp(String id) {
        calls.hangUp(id);
    }

    /** A key of the keypad, pressed and let go. */
    void press(String id, char key) {
        calls.startTone(id, key);
        calls.stopTone(id);
    }

    /** Waits until the call is answered and its sound agreed. */
    Call awaitActive(String id) {
        return await(
                "call " + id + " is active",
                call -> call.id().equals(id) && call.isActive() && call.codec() != null,
                SOON);
    }

    EndReason awaitEnded(String id) {
        Call ended = await("call " + id + " has ended", call -> call.id().equals(id) && call.isEnded(), SOON);
        return ((Ended) ended.state()).reason();
    }

    private Call await(String what, Predicate<Call> wanted, Duration deadline) {
        Await.until(
                deadline,
                () -> "not so: " + what + "; told were " + changes,
                () -> find(wanted).isPresent());
        return find(wanted).orElseThrow();
    }

    private Optional<Call> find(Predicate<Call> wanted) {
        return changes.stream().filter(wanted).findFirst();
    }

    @Nullable
    CallStatistics statistics(String id) {
        return calls.statistics(id);
    }

    /** Waits until microphone and speaker are open. */
    Devices awaitDevices() {
        Await.until(
                Duration.ofSeconds(20),
                () -> "no sound devices: " + media.graph().devices(),
                () -> {
                    Devices devices = media.graph().devices();
                    return !devices.capture().isEmpty() && !devices.playback().isEmpty();
                });
        return media.graph().devices();
    }

    /** Ends all calls, signs out and listens no more. */
    @Override
    public void close() {
        calls.calls().forEach(call -> calls.hangUp(call.id()));
        Await.until(
                SOON,
                () -> "calls do not end: " + calls.calls(),
                () -> calls.calls().isEmpty());
        accounts.use(List.of());
        Await.until(SOON, () -> "accounts stay", () -> accounts.registrations().isEmpty());
        listeners.forEach(ServiceRegistration::unregister);
    }
}
