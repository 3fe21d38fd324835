/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centralino.media.MediaService;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.recording.internal.testing.Calls;
import org.centralino.recording.internal.testing.Framework;
import org.centralino.recording.internal.testing.TonesInCalls;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallSoundService;
import org.centralino.testbench.Await;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

/** Recording comes and goes with its Condition, as the user is granted it or not. */
class RecordingComponentTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final BundleContext context = Framework.context();
    private final List<RecordingState> told = new CopyOnWriteArrayList<>();
    private final List<ServiceRegistration<?>> registered = new CopyOnWriteArrayList<>();

    @BeforeEach
    void callsAndListeners() {
        MediaService media = Framework.media();
        Framework.opus();
        registered.add(context.registerService(CallSoundService.class, new TonesInCalls(media.graph()), null));
        registered.add(context.registerService(
                RecordingListener.class,
                new RecordingListener() {
                    @Override
                    public void recordingChanged(String callId, RecordingState state) {
                        told.add(state);
                    }
                },
                null));
    }

    @AfterEach
    void takeBack() {
        registered.forEach(ServiceRegistration::unregister);
    }

    private ServiceRegistration<Condition> grant(String policy) {
        Map<String, String> properties =
                Map.of(Condition.CONDITION_ID, "centralino.recording", "centralino.policy", policy);
        return context.registerService(Condition.class, Condition.INSTANCE, new Hashtable<>(properties));
    }

    private @Nullable RecordingService service() {
        ServiceReference<RecordingService> reference = context.getServiceReference(RecordingService.class);
        return reference == null ? null : context.getService(reference);
    }

    private RecordingService awaitService() {
        Await.until(SOON, () -> "no recording", () -> service() != null);
        RecordingService service = service();
        if (service == null) {
            throw new AssertionError("it went again");
        }
        return service;
    }

    private void call(String id) {
        for (ServiceReference<CallListener> each : listeners()) {
            context.getService(each).callChanged(Calls.active(id));
        }
    }

    private List<ServiceReference<CallListener>> listeners() {
        try {
            return List.copyOf(context.getServiceReferences(CallListener.class, null));
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void without_the_grant_there_is_nothing() {
        assertThat(service()).isNull();
        assertThat(listeners()).isEmpty();
    }

    @Test
    void withdrawn_in_the_middle_of_a_recording_it_ends_it_and_is_gone_within_a_second() {
        ServiceRegistration<Condition> granted = grant("automatic");
        assertThat(awaitService().isAutomatic()).isTrue();
        call("1");
        await(Kind.RECORDING);
        assertThat(told.getLast().locked()).isTrue();
        long begun = System.nanoTime();
        granted.unregister();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(service()).isNull();
        assertThat(listeners()).isEmpty();
        await(Kind.OFF);
    }

    @Test
    void another_policy_is_followed_at_once() {
        ServiceRegistration<Condition> granted = grant("on-demand");
        RecordingService service = awaitService();
        assertThat(service.isAutomatic()).isFalse();
        call("2");
        Map<String, String> properties =
                Map.of(Condition.CONDITION_ID, "centralino.recording", "centralino.policy", "automatic");
        granted.setProperties(new Hashtable<>(properties));
        Await.until(SOON, () -> "still on demand", () -> service.isAutomatic());
        await(Kind.RECORDING);
        granted.unregister();
        await(Kind.OFF);
    }

    private void await(Kind kind) {
        Await.until(
                SOON,
                () -> "not " + kind + ": " + told,
                () -> !told.isEmpty() && told.getLast().kind() == kind);
    }
}
