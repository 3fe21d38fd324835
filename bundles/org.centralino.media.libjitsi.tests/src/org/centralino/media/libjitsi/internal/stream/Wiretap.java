/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes packets on between two ports and keeps a copy of those that one of them sends. */
final class Wiretap implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int FRAME = 160;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final List<byte[]> captured = new CopyOnWriteArrayList<>();
    private final int speaker;
    private final int listener;

    Wiretap(int speaker, int listener) throws IOException {
        this.speaker = speaker;
        this.listener = listener;
        Thread.ofPlatform().daemon().name("wiretap").start(this::run);
    }

    private void run() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            while (!socket.isClosed()) {
                packet.setLength(2048);
                socket.receive(packet);
                boolean spoken = packet.getPort() == speaker;
                if (spoken) {
                    captured.add(Arrays.copyOf(packet.getData(), packet.getLength()));
                }
                packet.setPort(spoken ? listener : speaker);
                socket.send(packet);
            }
        } catch (IOException e) {
            socket.close();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int packets() {
        return captured.size();
    }

    /** Which part of the power of what was captured, read as G.711 µ-law in clear, is at this frequency. */
    double shareOf(double hertz) {
        double real = 0;
        double imaginary = 0;
        double power = 0;
        int n = 0;
        for (byte[] packet : captured) {
            for (int i = HEADER; i < Math.min(packet.length, HEADER + FRAME); i++) {
                double sample = linear(packet[i]);
                real += sample * Math.cos(2 * Math.PI * hertz * n / 8000);
                imaginary += sample * Math.sin(2 * Math.PI * hertz * n / 8000);
                power += sample * sample;
                n++;
            }
        }
        return power == 0 ? 0 : 2 * (real * real + imaginary * imaginary) / (n * power);
    }

    /** ITU-T G.711, µ-law. */
    private static int linear(byte code) {
        int value = ~code;
        int magnitude = ((value & 0x0F) << 3) + 0x84 << (value >> 4 & 7);
        return (value & 0x80) != 0 ? 0x84 - magnitude : magnitude - 0x84;
    }

    @Override
    public void close() {
        socket.close();
    }
}
