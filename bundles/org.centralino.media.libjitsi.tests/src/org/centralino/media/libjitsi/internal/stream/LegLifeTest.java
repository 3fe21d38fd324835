/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.media.Codec;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Legs come and go without a trace. */
class LegLifeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Bench bench = new Bench();

    @BeforeEach
    void loadNatives() throws Exception {
        Bench.natives().get();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void twentyLegsLeaveNoThreadsAndNoPorts() throws Exception {
        call(Bench.PCMU, 3);
        awaitNoLegThreads();
        List<Integer> ports = new ArrayList<>();
        for (Codec codec : List.of(Bench.OPUS, Bench.PCMA, Bench.G722, Bench.PCMU, Bench.OPUS)) {
            ports.addAll(call(codec, 3));
            ports.addAll(call(codec, 0));
        }
        assertThat(ports).hasSize(20);
        awaitNoLegThreads();
        for (int port : ports) {
            try (DatagramSocket rtp = new DatagramSocket(null);
                    DatagramSocket rtcp = new DatagramSocket(null)) {
                rtp.bind(Bench.loopback(port));
                rtcp.bind(new InetSocketAddress(Bench.loopback(0).getAddress(), port + 1));
            }
        }
    }

    @Test
    void hangingUpTakesNoTime() throws Exception {
        LibjitsiLeg anna = bench.leg("anna");
        LibjitsiLeg bruno = bench.leg("bruno");
        anna.start(Bench.session(Bench.OPUS, bruno.rtpPort()));
        bruno.start(Bench.session(Bench.OPUS, anna.rtpPort()));

        long begun = System.nanoTime();
        anna.close();
        bruno.close();
        anna.start(Bench.session(Bench.OPUS, bruno.rtpPort()));
        anna.startTone('1');
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(100));
        awaitNoLegThreads();
    }

    /** A call of two legs, hung up after so many packets; returns its ports. */
    private List<Integer> call(Codec codec, int packets) throws Exception {
        try (LibjitsiLeg anna = bench.leg("anna");
                LibjitsiLeg bruno = bench.leg("bruno")) {
            anna.start(Bench.session(codec, bruno.rtpPort()));
            bruno.start(Bench.session(codec, anna.rtpPort()));
            Wait.until(
                    "packets both ways",
                    PATIENCE,
                    () -> anna.statistics().packetsReceived() >= packets
                            && bruno.statistics().packetsReceived() >= packets);
            return List.of(anna.rtpPort(), bruno.rtpPort());
        }
    }

    private static void awaitNoLegThreads() throws InterruptedException {
        Wait.until("all threads are gone", PATIENCE, () -> legThreads().isEmpty(), LegLifeTest::whereTheyAre);
    }

    private static String whereTheyAre() {
        return legThreads().stream()
                .map(thread -> "\n" + thread + " " + thread.getState() + "\n\t"
                        + Stream.of(thread.getStackTrace())
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining("\n\t")))
                .collect(Collectors.joining());
    }

    /** Threads of libjitsi, FMJ and legs; what serves all legs together stays. */
    private static List<Thread> legThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> isOfLeg(thread.getName()))
                .toList();
    }

    private static boolean isOfLeg(String name) {
        return !name.startsWith("centralino-start")
                && Stream.of(
                                "RTP",
                                "RTCP",
                                "SSRC",
                                "jmf",
                                "JMF",
                                "fmj",
                                "jitsi",
                                "Processor",
                                "Engine",
                                "anna",
                                "bruno",
                                "centralino-leg-capture",
                                "centralino-rtp")
                        .anyMatch(name::contains);
    }
}
