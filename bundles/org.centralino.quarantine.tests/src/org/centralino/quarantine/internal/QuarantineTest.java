/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.centralino.quarantine.Guest;
import org.centralino.quarantine.GuestService;
import org.centralino.quarantine.Held;
import org.centralino.quarantine.Held.Reason;
import org.centralino.quarantine.QuarantineListener;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** What becomes of guests that fail, and of those beside them. */
class QuarantineTest {

    /** Within this a test fails; what is measured is far below. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    /** A caller that goes on at once takes less, also on a busy computer. */
    private static final Duration AT_ONCE = Duration.ofMillis(150);

    private final BundleContext context;
    private final QuarantineComponent quarantine;
    private final InstalledGuest installed;
    private final Guest acme;
    private final Semaphore changes = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    QuarantineTest() throws BundleException, IOException {
        Bundle own = Objects.requireNonNull(FrameworkUtil.getBundle(QuarantineTest.class));
        own.start(Bundle.START_TRANSIENT);
        context = own.getBundleContext();
        quarantine = new QuarantineComponent(context);
        installed = new InstalledGuest(context, "com.example.acme", "Acme CRM");
        acme = guest(installed);
        QuarantineListener listener = changes::release;
        ServiceRegistration<QuarantineListener> listening =
                context.registerService(QuarantineListener.class, listener, null);
        quarantine.addListener(listener, listening.getReference());
        listening.unregister();
    }

    @AfterEach
    void leave() throws BundleException {
        end.countDown();
        installed.close();
        quarantine.deactivate();
    }

    private Guest guest(InstalledGuest from) {
        return Objects.requireNonNull(quarantine.guest(from.bundle));
    }

    @Test
    void a_guest_is_whoever_has_not_our_name() {
        assertThat(quarantine.guest(context.getBundle())).isNull();
        assertThat(quarantine.guest(null)).isNull();
        assertThat(quarantine.guest(installed.bundle)).isSameAs(acme);
        assertThat(acme.name()).isEqualTo("Acme CRM");
    }

    @Test
    void its_calls_run_in_their_order_on_one_thread_that_is_not_the_callers() throws Exception {
        List<Integer> order = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            int number = i;
            acme.run("counting", () -> {
                order.add(number);
                threads.add(Thread.currentThread());
                done.countDown();
            });
        }
        assertThat(done.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();

        assertThat(order).hasSize(50).isSorted();
        assertThat(threads).doesNotContain(Thread.currentThread()).containsOnly(threads.get(0));
        assertThat(quarantine.held()).isEmpty();
    }

    @Test
    void one_that_throws_is_held_with_its_name_and_called_no_more() throws Exception {
        acme.run("CallListener.callChanged", () -> {
            throw new IllegalStateException("meant to fail");
        });

        Held held = awaitHeld();
        assertThat(held.name()).isEqualTo("Acme CRM");
        assertThat(held.reason()).isEqualTo(Reason.THREW);
        assertThat(held.doing()).isEqualTo("CallListener.callChanged");
        assertThat(held.bundle()).isSameAs(installed.bundle);
        assertNothingRuns();
    }

    @Test
    void an_error_of_its_classes_counts_as_thrown_and_so_does_a_recursion_without_end() throws Exception {
        acme.run("linking", () -> {
            throw new NoClassDefFoundError("meant to fail");
        });
        assertThat(awaitHeld().reason()).isEqualTo(Reason.THREW);

        quarantine.release(installed.bundle);
        acme.run("recursing", () -> recurse(1));
        awaitChange();
        assertThat(awaitHeld().reason()).isEqualTo(Reason.THREW);
    }

    private static long recurse(long depth) {
        return recurse(depth + 1) + recurse(depth + 2);
    }

    @Test
    void one_that_blocks_is_held_after_200_ms_and_interrupted_and_what_waits_for_it_is_dropped() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Semaphore later = new Semaphore(0);
        long begun = System.nanoTime();
        acme.run("sleeping", () -> interrupted.complete(sleep(30_000)));
        acme.run("coming later", later::release);
        assertThat(since(begun)).as("the caller goes on").isLessThan(AT_ONCE);

        Held held = awaitHeld();
        assertThat(held.reason()).isEqualTo(Reason.STALLED);
        assertThat(since(begun)).isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
        assertThat(interrupted.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertNothingRuns();
        assertThat(later.availablePermits()).isZero();
    }

    @Test
    void one_that_heeds_no_interrupt_keeps_nobody_else_waiting_and_may_try_again_on_another_thread() throws Exception {
        acme.run("never returning", this::neverReturn);
        awaitHeld();

        try (InstalledGuest second = new InstalledGuest(context, "com.example.other", "Other")) {
            assertRuns(guest(second));
        }
        quarantine.release(installed.bundle);
        assertRuns(acme);
        assertThat(quarantine.held()).isEmpty();
    }

    @Test
    void one_that_is_at_work_has_a_second_and_no_more() throws Exception {
        acme.run("working", () -> work(Duration.ofMillis(400)));
        assertRuns(acme);
        assertThat(quarantine.held()).isEmpty();

        long begun = System.nanoTime();
        acme.run("working", () -> work(Duration.ofSeconds(10)));
        assertThat(awaitHeld().reason()).isEqualTo(Reason.STALLED);
        assertThat(since(begun)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
    }

    @Test
    void one_that_is_at_work_here_for_more_than_that_is_interrupted_too() {
        long begun = System.nanoTime();
        assertThat(acme.here("working", () -> work(Duration.ofSeconds(10)))).isFalse();
        assertThat(since(begun)).isLessThan(Duration.ofSeconds(8));
    }

    private static void work(Duration time) {
        long begun = System.nanoTime();
        while (since(begun).compareTo(time) < 0 && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void one_that_leaves_threads_behind_is_held_for_that() throws Exception {
        for (int i = 0; i < 20; i++) {
            acme.run("leaking", this::leak);
        }
        assertThat(awaitHeld().reason()).isEqualTo(Reason.LEAKED_THREADS);
        assertNothingRuns();
    }

    @Test
    void a_few_threads_of_its_own_are_a_guests_own_affair() throws Exception {
        for (int i = 0; i < GuestCode.MOST_THREADS; i++) {
            acme.run("making a thread", this::leak);
        }
        assertRuns(acme);
        assertThat(quarantine.held()).isEmpty();
    }

    @Test
    void making_may_take_longer_than_a_call() throws Exception {
        acme.make("reading classes", () -> sleep(400));
        assertRuns(acme);
        assertThat(quarantine.held()).isEmpty();
    }

    @Test
    void one_that_must_run_here_is_interrupted_here_and_nothing_of_it_is_left_on_the_thread() throws Exception {
        long begun = System.nanoTime();
        boolean[] interrupted = new boolean[1];
        assertThat(acme.here("showing", () -> interrupted[0] = sleep(30_000))).isFalse();

        assertThat(interrupted[0]).isTrue();
        assertThat(since(begun)).isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(awaitHeld().reason()).isEqualTo(Reason.STALLED);
        assertThat(acme.here("showing", () -> interrupted[0] = false)).isFalse();
        assertThat(interrupted[0]).isTrue();
    }

    @Test
    void one_that_swallows_the_interrupt_here_is_interrupted_again() {
        int[] swallowed = new int[1];
        assertThat(acme.here("showing", () -> {
                    for (int i = 0; i < 3; i++) {
                        swallowed[0] += sleep(30_000) ? 1 : 0;
                    }
                }))
                .isFalse();
        assertThat(swallowed[0]).isEqualTo(3);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void one_that_comes_back_just_in_time_leaves_no_interrupt_behind() {
        for (int i = 0; i < 8; i++) {
            acme.here("showing", () -> sleep(199));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            quarantine.release(installed.bundle);
        }
    }

    @Test
    void one_that_throws_here_is_held_and_the_caller_goes_on() throws Exception {
        assertThat(acme.here("showing", () -> {
                    throw new IllegalStateException("meant to fail");
                }))
                .isFalse();
        assertThat(awaitHeld().reason()).isEqualTo(Reason.THREW);
    }

    @Test
    void one_that_is_uninstalled_is_held_no_more() throws Exception {
        acme.run("throwing", () -> {
            throw new IllegalStateException("meant to fail");
        });
        awaitHeld();

        installed.close();

        awaitChange();
        assertThat(quarantine.held()).isEmpty();
    }

    @Test
    void a_service_of_a_guests_is_made_and_called_on_its_thread() throws Exception {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        ServiceRegistration<Runnable> registered =
                installed.bundle.getBundleContext().registerService(Runnable.class, new Made(threads), null);
        ServiceReference<Runnable> reference = registered.getReference();
        GuestService<Runnable> service = new GuestService<>(context, reference, acme);

        service.call("running", Runnable::run);
        service.call("running", Runnable::run);

        Thread first = poll(threads);
        assertThat(first).isNotNull().isNotSameAs(Thread.currentThread());
        assertThat(poll(threads)).isSameAs(first);
        assertThat(reference.getUsingBundles()).containsExactly(context.getBundle());
        service.release();
        assertRuns(acme);
        assertThat(reference.getUsingBundles()).isNull();
    }

    private static @Nullable Thread poll(BlockingQueue<Thread> threads) throws InterruptedException {
        return threads.poll(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Made(BlockingQueue<Thread> threads) implements Runnable {

        @Override
        public void run() {
            threads.add(Thread.currentThread());
        }
    }

    private Held awaitHeld() throws InterruptedException {
        awaitChange();
        assertThat(acme.isHeld()).isTrue();
        assertThat(quarantine.held()).hasSize(1);
        return quarantine.held().get(0);
    }

    private void awaitChange() throws InterruptedException {
        assertThat(changes.tryAcquire(DEADLINE.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
    }

    /** What a guest that is held is given is never run; a guest beside it shows that time has passed. */
    private void assertNothingRuns() throws Exception {
        Semaphore ran = new Semaphore(0);
        acme.run("nothing", ran::release);
        try (InstalledGuest second = new InstalledGuest(context, "com.example.second", "Second")) {
            assertRuns(guest(second));
        }
        assertThat(ran.availablePermits()).isZero();
    }

    private void assertRuns(Guest guest) throws InterruptedException {
        Semaphore ran = new Semaphore(0);
        guest.run("working", ran::release);
        assertThat(ran.tryAcquire(DEADLINE.toMillis(), TimeUnit.MILLISECONDS))
                .as(() -> quarantine.held().toString())
                .isTrue();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Sleeps; returns whether it was interrupted. */
    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void neverReturn() {
        while (end.getCount() > 0) {
            await();
        }
    }

    private void leak() {
        Thread.ofPlatform().daemon().start(this::neverReturn);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            return; // once more
        }
    }
}
