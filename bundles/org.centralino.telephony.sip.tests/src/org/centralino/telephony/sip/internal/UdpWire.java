/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/** A datagram socket on loopback. */
final class UdpWire implements Wire {

    private final DatagramSocket socket;
    private volatile @Nullable SocketAddress peer;

    UdpWire() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void listen(Consumer<String> listener) {
        Thread reader = new Thread(() -> read(listener), "exchange");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<String> listener) {
        byte[] buffer = new byte[65536];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                // Shorter ones keep the way open, or ask whether anybody is there.
                if (packet.getLength() > 4) {
                    peer = packet.getSocketAddress();
                    listener.accept(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, Objects.requireNonNull(peer, "nobody to write to")));
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public String transport() {
        return "udp";
    }

    @Override
    public void close() {
        socket.close();
    }
}
