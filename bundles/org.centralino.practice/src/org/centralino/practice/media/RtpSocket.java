/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Symmetric RTP on a loopback port (RFC 4961). Sends to where packets come from, and before the first one to where the
 * session description says, if that is on loopback: nothing ever leaves the machine. Received packets are handed over
 * on a thread of the socket's own, until
 * it is closed.
 */
final class RtpSocket {
    private static final Logger LOG = LoggerFactory.getLogger(RtpSocket.class);
    private static final int LARGEST_PACKET = 2048;

    private final DatagramSocket socket;
    private final Consumer<RtpPacket> receiver;
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private int sequence = ThreadLocalRandom.current().nextInt(0x8000);
    private volatile @Nullable InetSocketAddress remote;
    private final AtomicLong sentPackets = new AtomicLong();
    private final AtomicLong sentOctets = new AtomicLong();

    RtpSocket(DatagramSocket socket, Consumer<RtpPacket> receiver) {
        this.socket = socket;
        this.receiver = receiver;
        Thread thread = new Thread(this::receive, "practice-rtp-" + socket.getLocalPort());
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    int ssrc() {
        return ssrc;
    }

    long sentPackets() {
        return sentPackets.get();
    }

    long sentOctets() {
        return sentOctets.get();
    }

    @Nullable
    InetSocketAddress remote() {
        return remote;
    }

    void sendTo(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        remote = host != null && host.isLoopbackAddress() ? address : null;
    }

    synchronized void send(int payloadType, boolean marker, int timestamp, byte[] payload) {
        InetSocketAddress to = remote;
        if (to == null) {
            return;
        }
        byte[] data = new RtpPacket(payloadType, marker, sequence++ & 0xffff, timestamp, ssrc, payload).toBytes();
        try {
            socket.send(new DatagramPacket(data, data.length, to));
            sentPackets.incrementAndGet();
            sentOctets.addAndGet(payload.length);
        } catch (IOException e) {
            // The far side may be gone before its BYE is read; the call's end is signalling's business.
            LOG.debug("RTP to {} not sent: {}", to, e.getMessage());
        }
    }

    private void receive() {
        byte[] data = new byte[LARGEST_PACKET];
        DatagramPacket datagram = new DatagramPacket(data, data.length);
        while (!socket.isClosed()) {
            try {
                datagram.setLength(data.length);
                socket.receive(datagram);
                RtpPacket packet = RtpPacket.parse(data, datagram.getLength());
                if (packet != null) {
                    remote = (InetSocketAddress) datagram.getSocketAddress();
                    receiver.accept(packet);
                }
            } catch (SocketException e) {
                LOG.trace("RTP port {}: {}", port(), e.getMessage());
            } catch (IOException | RuntimeException e) {
                LOG.warn("RTP packet on port {} dropped", port(), e);
            }
        }
    }
}
