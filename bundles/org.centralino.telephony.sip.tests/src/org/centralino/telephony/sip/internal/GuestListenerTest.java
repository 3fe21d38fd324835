/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.centralino.quarantine.Guest;
import org.centralino.quarantine.Held;
import org.centralino.quarantine.Quarantine;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** A partner's listener that blocks, before it is made or while it is told, beside one of ours. */
class GuestListenerTest {

    private static final int CALLS = 10;
    private static final long DEADLINE_S = 20;

    private final CountDownLatch end = new CountDownLatch(1);
    private final BlockingQueue<String> guestsThreads = new LinkedBlockingQueue<>();
    private final FakeGuest acme = new FakeGuest();
    private final SipTelephony telephony = new SipTelephony(new FakeMedia(), acme);
    private final CountDownLatch told = new CountDownLatch(CALLS);
    private final Bundle partner;

    GuestListenerTest() throws BundleException, IOException {
        Bundle own = Objects.requireNonNull(FrameworkUtil.getBundle(SipTelephony.class));
        own.start(Bundle.START_TRANSIENT);
        partner = install(own.getBundleContext());
        telephony.addCallListener(call -> {
            if (call.isEnded()) {
                told.countDown();
            }
        });
    }

    @AfterEach
    void leave() throws BundleException {
        end.countDown();
        telephony.deactivate();
        acme.thread.shutdownNow();
        partner.uninstall();
    }

    @Test
    void while_a_guest_blocks_our_listeners_hear_of_every_call() throws Exception {
        CallListener blocking = call -> {
            guestsThreads.add(Thread.currentThread().getName());
            block();
        };
        bind(partner.getBundleContext().registerService(CallListener.class, blocking, null));

        dial();

        assertThat(guestsThreads.poll(DEADLINE_S, TimeUnit.SECONDS)).isEqualTo("the guest's");
        assertThat(told.await(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(guestsThreads).isEmpty();
    }

    @Test
    void a_guest_whose_component_takes_its_time_to_be_made_keeps_nobody_waiting() throws Exception {
        ServiceRegistration<CallListener> slow =
                partner.getBundleContext().registerService(CallListener.class, new Slow(), null);
        bind(slow);

        dial();

        assertThat(told.await(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(guestsThreads.poll(DEADLINE_S, TimeUnit.SECONDS)).isEqualTo("the guest's");
        assertThat(guestsThreads).isEmpty();
    }

    @Test
    void a_guest_hears_of_calls_in_their_order_until_it_goes() throws Exception {
        BlockingQueue<Call> heard = new LinkedBlockingQueue<>();
        CallListener listener = heard::add;
        ServiceRegistration<CallListener> registered =
                partner.getBundleContext().registerService(CallListener.class, listener, null);
        bind(registered);

        List<String> dialled = dial();

        List<String> ended = new ArrayList<>();
        while (ended.size() < CALLS) {
            Call call = Objects.requireNonNull(heard.poll(DEADLINE_S, TimeUnit.SECONDS));
            if (call.isEnded()) {
                ended.add(call.id());
            }
        }
        assertThat(ended).isEqualTo(dialled);

        telephony.unbindCallListener(registered.getReference());
        telephony.dial("600");
        acme.finish();
        assertThat(heard).isEmpty();
        assertThat(registered.getReference().getUsingBundles()).isNull();
    }

    private void bind(ServiceRegistration<CallListener> registration) {
        telephony.bindCallListener(registration.getReference());
    }

    /** Nobody is signed in: each is over at once, and told so. */
    private List<String> dial() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            ids.add(telephony.dial("600"));
        }
        return ids;
    }

    private void block() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Bundle install(BundleContext context) throws IOException, BundleException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.example.acme");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.flush();
        }
        Bundle bundle = context.installBundle("made:acme", new ByteArrayInputStream(bytes.toByteArray()));
        bundle.start(Bundle.START_TRANSIENT);
        return bundle;
    }

    /** What makes a component of the partner's, and hangs. */
    @NonNullByDefault({})
    private final class Slow implements ServiceFactory<CallListener> {

        @Override
        public CallListener getService(Bundle bundle, ServiceRegistration<CallListener> registration) {
            guestsThreads.add(Thread.currentThread().getName());
            block();
            return call -> {};
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<CallListener> registration, CallListener service) {
            // nothing was made
        }
    }

    /** The one guest, who is patiently waited for. */
    private static final class FakeGuest implements Guest, Quarantine {

        private final ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("the guest's").daemon().factory());

        void finish() throws InterruptedException {
            thread.shutdown();
            assertThat(thread.awaitTermination(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public String name() {
            return "Acme";
        }

        @Override
        public boolean isHeld() {
            return false;
        }

        @Override
        public void run(String doing, Runnable code) {
            thread.execute(code);
        }

        @Override
        public void make(String doing, Runnable code) {
            thread.execute(code);
        }

        @Override
        public boolean here(String doing, Runnable code) {
            throw new IllegalStateException("nothing of a guest's belongs here");
        }

        @Override
        public @Nullable Guest guest(@Nullable Bundle bundle) {
            return this;
        }

        @Override
        public List<Held> held() {
            return List.of();
        }

        @Override
        public void release(Bundle bundle) {
            // nobody is held
        }
    }
}
