/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A far side made of bytes: counts what it gets and sends what it is told to. */
final class FarSide implements AutoCloseable {

    /** Payload type of telephone events on the bench. */
    private static final int EVENT = 101;

    private final DatagramSocket socket;
    private final List<byte[]> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger received = new AtomicInteger();
    private volatile int lastSequence = -1;
    private final AtomicInteger gaps = new AtomicInteger();
    private int sequence = 1000;
    private int timestamp;

    FarSide() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(100);
        Thread.ofPlatform().daemon().name("far side").start(this::run);
    }

    private void run() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                packet.setLength(2048);
                socket.receive(packet);
                int next = (packet.getData()[2] & 0xFF) << 8 | packet.getData()[3] & 0xFF;
                if (lastSequence >= 0 && next != (lastSequence + 1 & 0xFFFF)) {
                    gaps.incrementAndGet();
                }
                lastSequence = next;
                if ((packet.getData()[1] & 0x7F) == EVENT) {
                    events.add(Arrays.copyOf(packet.getData(), packet.getLength()));
                }
                received.incrementAndGet();
            } catch (SocketTimeoutException e) {
                continue;
            } catch (IOException e) {
                return;
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int received() {
        return received.get();
    }

    /** The packets of telephone events, as they came. */
    List<byte[]> events() {
        return events;
    }

    /** Times that the sequence number did not go on by one. */
    int gaps() {
        return gaps.get();
    }

    /** Sends a packet of PCMU silence, numbered after the last one. */
    void speak(int port, int ssrc) throws IOException {
        byte[] data = new byte[172];
        data[0] = (byte) 0x80;
        sequence++;
        timestamp += 160;
        put(data, 2, sequence, 2);
        put(data, 4, timestamp, 4);
        put(data, 8, ssrc, 4);
        for (int i = 12; i < data.length; i++) {
            data[i] = (byte) 0xFF;
        }
        send(port, data, data.length);
    }

    void send(int port, byte[] data, int length) throws IOException {
        socket.send(new DatagramPacket(data, length, InetAddress.getLoopbackAddress(), port));
    }

    private static void put(byte[] data, int offset, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            data[offset + i] = (byte) (value >> 8 * (bytes - 1 - i));
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
