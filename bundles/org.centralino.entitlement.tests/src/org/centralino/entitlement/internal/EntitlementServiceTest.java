/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.centralino.entitlement.Entitlement;
import org.centralino.entitlement.Entitlement.Reason;
import org.centralino.entitlement.EntitlementListener;
import org.centralino.entitlement.EntitlementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;

/** The service as the workstation finds it, in a framework with the components and bundles that it switches. */
class EntitlementServiceTest {

    private static final String FEATURE = "com.example.toggled";
    /** What the product promises. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final BundleContext context;
    private final ServiceTracker<EntitlementService, EntitlementService> tracker;
    private EntitlementService service = new NoService();

    EntitlementServiceTest() throws BundleException {
        Bundle bundle = Objects.requireNonNull(FrameworkUtil.getBundle(EntitlementService.class));
        bundle.start(Bundle.START_TRANSIENT);
        context = bundle.getBundleContext();
        tracker = new ServiceTracker<>(context, EntitlementService.class, null);
    }

    @BeforeEach
    void find() throws BundleException, InterruptedException {
        for (Bundle each : context.getBundles()) {
            if ("org.apache.felix.scr".equals(each.getSymbolicName())) {
                each.start(Bundle.START_TRANSIENT);
            }
        }
        tracker.open();
        service = tracker.waitForService(DEADLINE.toMillis());
        assertThat(service).isInstanceOf(EntitlementComponent.class);
        service.use(Map.of());
    }

    @AfterEach
    void leave() {
        service.use(Map.of());
        tracker.close();
    }

    @Test
    void a_component_comes_with_its_grant_goes_with_it_and_comes_back() throws Exception {
        try (MadeBundle bundle = MadeBundle.toggled(context, "")) {
            assertThat(bundle).isNotNull();
            await(() -> reason() == Reason.DEFAULT);
            assertThat(component()).isZero();

            service.use(Map.of(FEATURE, "true"));
            awaitWithin(SECOND, () -> component() == 1);

            service.use(Map.of());
            assertThat(conditions()).isEmpty();
            awaitWithin(SECOND, () -> component() == 0);

            service.use(Map.of(FEATURE, "true"));
            assertThat(conditions()).hasSize(1);
            awaitWithin(SECOND, () -> component() == 1);
        }
    }

    @Test
    void the_condition_has_the_policy_and_stays_when_that_changes() throws Exception {
        try (MadeBundle bundle = MadeBundle.toggled(context, "")) {
            assertThat(bundle).isNotNull();
            await(() -> reason() == Reason.DEFAULT);
            service.use(Map.of(FEATURE, "on-demand"));
            ServiceReference<Condition> first = conditions().get(0);
            assertThat(first.getProperty(EntitlementService.POLICY)).isEqualTo("on-demand");

            service.use(Map.of(FEATURE, "automatic"));

            assertThat(conditions()).containsExactly(first);
            assertThat(first.getProperty(EntitlementService.POLICY)).isEqualTo("automatic");
        }
    }

    @Test
    void a_feature_comes_and_goes_with_its_bundle_while_the_grant_stays() throws Exception {
        service.use(Map.of(FEATURE, "true"));
        assertThat(reason()).isEqualTo(Reason.MISSING_BUNDLE);
        assertThat(conditions()).isEmpty();

        try (MadeBundle bundle = MadeBundle.toggled(context, "")) {
            assertThat(bundle).isNotNull();
            await(() -> component() == 1);
            assertThat(reason()).isEqualTo(Reason.PROFILE);
        }

        await(() -> conditions().isEmpty() && component() == 0);
        assertThat(reason()).isEqualTo(Reason.MISSING_BUNDLE);
    }

    @Test
    void a_feature_waits_for_the_bundle_and_the_condition_that_it_needs() throws Exception {
        service.use(Map.of(FEATURE, "true"));
        try (MadeBundle bundle = MadeBundle.toggled(context, "com.example.helper, com.example.ready")) {
            assertThat(bundle).isNotNull();
            await(() -> entitlement().label().equals("Toggled"));
            assertThat(reason()).isEqualTo(Reason.MISSING_BUNDLE);

            ServiceRegistration<Condition> ready = context.registerService(
                    Condition.class,
                    Condition.INSTANCE,
                    new Hashtable<>(Map.of(Condition.CONDITION_ID, "com.example.ready")));
            try (MadeBundle helper = MadeBundle.empty(context, "com.example.helper")) {
                assertThat(helper).isNotNull();
                await(() -> component() == 1);
                ready.unregister();
                await(() -> component() == 0);
            }
            assertThat(reason()).isEqualTo(Reason.MISSING_BUNDLE);
        }
    }

    @Test
    void listeners_are_told_and_one_that_hangs_keeps_nobody_waiting() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        Semaphore told = new Semaphore(0);
        ServiceRegistration<EntitlementListener> bad =
                context.registerService(EntitlementListener.class, () -> hang(hanging), null);
        ServiceRegistration<EntitlementListener> good =
                context.registerService(EntitlementListener.class, told::release, null);
        try {
            service.use(Map.of("com.example.other", "true"));
            assertThat(told.tryAcquire(DEADLINE.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            service.use(Map.of());
            assertThat(told.tryAcquire(DEADLINE.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        } finally {
            hanging.countDown();
            bad.unregister();
            good.unregister();
        }
    }

    private static void hang(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reason reason() {
        return entitlement().reason();
    }

    private Entitlement entitlement() {
        return service.entitlements().stream()
                .filter(entitlement -> entitlement.id().equals(FEATURE))
                .findFirst()
                .orElse(new Entitlement("", "", "", false, Reason.MISSING_BUNDLE, ""));
    }

    private long component() {
        return found(Runnable.class, "(toggled=true)").size();
    }

    private List<ServiceReference<Condition>> conditions() {
        return found(Condition.class, "(" + Condition.CONDITION_ID + "=" + FEATURE + ")");
    }

    private <S> List<ServiceReference<S>> found(Class<S> type, String filter) {
        try {
            return List.copyOf(context.getServiceReferences(type, filter));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void await(BooleanSupplier holds) {
        awaitWithin(DEADLINE, holds);
    }

    private static void awaitWithin(Duration deadline, BooleanSupplier holds) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the deadline").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Stands where the service will be. */
    private static final class NoService implements EntitlementService {

        @Override
        public void use(Map<String, String> grants) {
            throw new IllegalStateException();
        }

        @Override
        public List<Entitlement> entitlements() {
            return List.of();
        }
    }
}
