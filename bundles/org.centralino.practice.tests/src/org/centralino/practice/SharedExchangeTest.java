/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.centralino.practice.sip.DigestAlgorithm;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

class SharedExchangeTest {
    private final int first = freePairs();

    SharedExchangeTest() throws IOException {}

    /** A port from which on six are free, for a start. */
    private static int freePairs() throws IOException {
        while (true) {
            int port = FreePorts.sip();
            try {
                for (int i = 0; i < 6; i++) {
                    new ServerSocket(port + i, 1, InetAddress.getLoopbackAddress()).close();
                    new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port + i)).close();
                }
                return port;
            } catch (IOException e) {
                // Another stretch will do.
            }
        }
    }

    private static @Nullable Integer next(BlockingQueue<Integer> told) throws InterruptedException {
        return told.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void theSecondJoinsTheFirstAndTakesOverWhenItGoes() throws Exception {
        BlockingQueue<Integer> firstTold = new LinkedBlockingQueue<>();
        BlockingQueue<Integer> secondTold = new LinkedBlockingQueue<>();
        SharedExchange owner = new SharedExchange(first, List.of(DigestAlgorithm.values()), firstTold::add);
        assertThat(next(firstTold)).isEqualTo(first + 1);
        try (SharedExchange joiner = new SharedExchange(first, List.of(DigestAlgorithm.values()), secondTold::add)) {
            assertThat(next(secondTold)).isEqualTo(first + 1);
            owner.close();
            PhoneSound.await("taken over", () -> answers(first + 1));
            assertThat(secondTold).as("the address stays, so nobody is told").isEmpty();
        }
        assertThat(answers(first + 1)).isFalse();
    }

    @Test
    void aPairThatSomeoneElseHoldsIsPassedOver() throws Exception {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), first + 1), 0);
        stranger.start();
        BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
        try (DatagramSocket sip =
                        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), first + 2));
                SharedExchange exchange = new SharedExchange(first, List.of(DigestAlgorithm.values()), told::add)) {
            assertThat(sip.isBound()).isTrue();
            assertThat(next(told)).isEqualTo(first + 5);
        } finally {
            stranger.stop(0);
        }
    }

    private static boolean answers(int port) {
        try {
            return Http.get(port, "/").contains("centralino-practice-exchange");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
