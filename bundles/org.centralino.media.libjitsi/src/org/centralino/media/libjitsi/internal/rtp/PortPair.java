/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** Two bound UDP channels: an even port for RTP and the next one for RTCP (RFC 3550, 11). */
record PortPair(DatagramChannel rtp, DatagramChannel rtcp, int port) {

    private static final int ATTEMPTS = 100;
    private static final int RECEIVE_BUFFER = 256 * 1024;

    static PortPair bind(InetAddress local, int trafficClass) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DatagramChannel first = open(local, 0, trafficClass);
            int port = ((InetSocketAddress) first.getLocalAddress()).getPort();
            boolean even = port % 2 == 0;
            try {
                DatagramChannel second = open(local, even ? port + 1 : port - 1, trafficClass);
                return even ? new PortPair(first, second, port) : new PortPair(second, first, port - 1);
            } catch (BindException e) {
                first.close();
            }
        }
        throw new IOException("No pair of free UDP ports on " + local.getHostAddress());
    }

    private static DatagramChannel open(InetAddress local, int port, int trafficClass) throws IOException {
        DatagramChannel channel = DatagramChannel.open(
                local instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.setOption(StandardSocketOptions.IP_TOS, trafficClass);
            channel.bind(new InetSocketAddress(local, port));
            channel.configureBlocking(false);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void close() {
        for (DatagramChannel channel : new DatagramChannel[] {rtp, rtcp}) {
            try {
                channel.close();
            } catch (IOException e) {
                // A closed socket is what was wanted.
                continue;
            }
        }
    }
}
