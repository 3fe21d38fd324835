/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.centralino.practice.media.Format;
import org.centralino.practice.sip.DigestAlgorithm;
import org.junit.jupiter.api.Test;

class ClosingTest {

    @Test
    void aClosedExchangeEndsItsCallsAndLeavesNoThreadAndNoPort() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        int port = FreePorts.sip();
        PracticeExchange exchange = new PracticeExchange(port, 0, List.of(DigestAlgorithm.values()));
        int http = exchange.httpPort();
        try (SipPhone anna = SipPhone.udp("anna", exchange);
                SipPhone bruno = SipPhone.tcp("bruno", exchange);
                PhoneSound sound = new PhoneSound(Format.opus(96))) {
            bruno.register();
            PhoneCall call = anna.call("602", sound.offer());
            sound.agree(call.awaitAnswer());
            Http.get(exchange, "/calls");
            exchange.close();
            call.awaitRequest("BYE");
        }
        PhoneSound.await("ended its threads", () -> left(before).isEmpty());
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket tcp = new ServerSocket(port, 1, loopback);
                ServerSocket web = new ServerSocket(http, 1, loopback);
                DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, port))) {
            assertThat(List.of(tcp.getLocalPort(), udp.getLocalPort(), web.getLocalPort()))
                    .containsExactly(port, port, http);
        }
    }

    private static Set<String> left(Set<Thread> before) {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        // Of the platform's own: the HTTP client of this test, the JDK's shared cleaners.
        return now.stream()
                .map(Thread::getName)
                .filter(name -> !name.matches("HttpClient.*|.*Cleaner.*|ForkJoinPool.*|Attach Listener|Keep-Alive.*"))
                .collect(Collectors.toSet());
    }
}
