/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An even loopback port for RTP and the next one for RTCP (RFC 3550 section 11). */
record SocketPair(DatagramSocket rtp, DatagramChannel rtcp) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketPair.class);
    private static final int ATTEMPTS = 200;

    static SocketPair open() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DatagramSocket rtp = new DatagramSocket(new InetSocketAddress(loopback, 0));
            DatagramChannel rtcp = DatagramChannel.open();
            try {
                if (rtp.getLocalPort() % 2 == 0) {
                    rtcp.bind(new InetSocketAddress(loopback, rtp.getLocalPort() + 1));
                    rtcp.configureBlocking(false);
                    return new SocketPair(rtp, rtcp);
                }
            } catch (IOException e) {
                // The odd port is someone else's: another pair will do.
            }
            rtp.close();
            rtcp.close();
        }
        throw new IOException("no free pair of UDP ports on loopback");
    }

    @Override
    public void close() {
        rtp.close();
        try {
            rtcp.close();
        } catch (IOException e) {
            LOG.debug("RTCP port not closed", e);
        }
    }
}
