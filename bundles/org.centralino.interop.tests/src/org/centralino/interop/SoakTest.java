/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.ANNA;
import static org.centralino.interop.Exchange.anna;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.centralino.testbench.Await;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred calls, made, held and dropped by each side in turn, leave nothing behind. */
class SoakTest {

    private static final int CALLS = 200;
    private static final int WARM_UP = 12;
    private static final long HEAP_MB = 12;
    private static final Duration SOON = Duration.ofSeconds(15);

    /** @param heapMb after a collection */
    private record Resources(int threads, long sockets, long heapMb) {

        static Resources now() {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            return new Resources(ManagementFactory.getThreadMXBean().getThreadCount(), openSockets(), heap >> 20);
        }

        private static long openSockets() {
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return open.filter(Resources::isSocket).count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean isSocket(Path open) {
            try {
                return Files.readSymbolicLink(open).toString().startsWith("socket:");
            } catch (IOException e) {
                return false; // closed since it was listed
            }
        }
    }

    @Test
    @Tag("long")
    @Timeout(600)
    void threadsSocketsAndHeapAreAfterwardsWhatTheyWereBefore(@TempDir Path folder) {
        Exchange office = Exchange.in(folder);
        try (SoundCard sound = new SoundCard();
                Kamailio exchange = office.setup().start(folder.resolve("exchange"));
                Baresip bruno = office.bruno(exchange, "udp").start(folder.resolve("bruno"));
                Workstation anna = new Workstation()) {
            bruno.awaitRegistered(SOON);
            anna.signIn(anna(exchange, "udp", List.of()));
            anna.awaitDevices();
            for (int i = 0; i < WARM_UP; i++) {
                call(anna, bruno, i);
            }
            Resources before = Resources.now();
            for (int i = 0; i < CALLS; i++) {
                call(anna, bruno, i);
            }
            System.out.println("before " + CALLS + " calls: " + before + ", after: " + Resources.now());
            Await.until(Duration.ofSeconds(60), () -> "was " + before + ", is " + Resources.now(), () -> {
                Resources after = Resources.now();
                return after.threads() <= before.threads()
                        && after.sockets() <= before.sockets()
                        && after.heapMb() <= before.heapMb() + HEAP_MB;
            });
            System.out.println("settled: " + Resources.now());
            assertThat(anna.calls()).isEmpty();
            assertThat(sound).isNotNull();
        }
    }

    /** Made by us or by them, ended by us or by them; every third is held and resumed. */
    private static void call(Workstation anna, Baresip bruno, int number) {
        boolean ours = number % 2 == 0;
        String call;
        if (ours) {
            call = anna.dial("bruno");
        } else {
            bruno.dial(ANNA);
            call = anna.awaitIncoming();
            anna.answer(call);
        }
        bruno.awaitEvent("CALL_ESTABLISHED", SOON);
        anna.awaitActive(call);
        Await.until(
                SOON,
                () -> "no sound in call " + number,
                () -> Objects.requireNonNull(anna.statistics(call)).packetsReceived() > 0);
        if (number % 3 == 0) {
            anna.hold(call);
            anna.awaitNow(call, "held", now -> now.isHeldByUs());
            anna.resume(call);
            anna.awaitNow(call, "resumed", now -> !now.isHeldByUs());
        }
        if (number / 2 % 2 == 0) {
            anna.hangUp(call);
        } else {
            bruno.hangUp();
        }
        bruno.awaitEvent("CALL_CLOSED", SOON);
        anna.awaitEnded(call);
    }
}
