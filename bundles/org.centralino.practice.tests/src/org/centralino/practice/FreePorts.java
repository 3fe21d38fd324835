/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.centralino.practice.sip.DigestAlgorithm;

/** Opens exchanges where nobody else is. */
final class FreePorts {
    private FreePorts() {}

    static PracticeExchange exchange() throws IOException {
        return new PracticeExchange(sip(), 0, List.of(DigestAlgorithm.values()));
    }

    /** A port that is free for UDP and TCP. */
    static int sip() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0, 1, loopback);
                    DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()))) {
                return udp.getLocalPort();
            } catch (java.net.BindException e) {
                // Taken for UDP: the next one may do.
            }
        }
    }
}
