/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Random;

/** Passes packets on to a port, all but a part of them. */
final class LossyRelay implements AutoCloseable {

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Random random = new Random(5);
    private final int target;
    private final int lossPercent;

    LossyRelay(int target, int lossPercent) throws IOException {
        this.target = target;
        this.lossPercent = lossPercent;
        Thread.ofPlatform().daemon().name("lossy relay").start(this::run);
    }

    private void run() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            while (!socket.isClosed()) {
                packet.setLength(2048);
                socket.receive(packet);
                if (random.nextInt(100) >= lossPercent) {
                    packet.setAddress(InetAddress.getLoopbackAddress());
                    packet.setPort(target);
                    socket.send(packet);
                }
            }
        } catch (IOException e) {
            socket.close();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }
}
