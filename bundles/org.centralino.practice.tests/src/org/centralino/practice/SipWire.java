/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries SIP messages as text to and from one port of the exchange. */
interface SipWire extends AutoCloseable {

    String transport();

    int localPort();

    void send(String message) throws IOException;

    @Override
    void close() throws IOException;

    static SipWire udp(int port, Consumer<String> receiver) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        InetSocketAddress exchange = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        SipWire wire = new SipWire() {
            @Override
            public String transport() {
                return "UDP";
            }

            @Override
            public int localPort() {
                return socket.getLocalPort();
            }

            @Override
            public void send(String message) throws IOException {
                byte[] data = message.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(data, data.length, exchange));
            }

            @Override
            public void close() {
                socket.close();
            }
        };
        start(() -> {
            DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
            while (true) {
                packet.setLength(65536);
                socket.receive(packet);
                receiver.accept(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            }
        });
        return wire;
    }

    static SipWire tcp(int port, Consumer<String> receiver) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        SipWire wire = new SipWire() {
            @Override
            public String transport() {
                return "TCP";
            }

            @Override
            public int localPort() {
                return socket.getLocalPort();
            }

            @Override
            public void send(String message) throws IOException {
                socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
        start(() -> {
            while (true) {
                receiver.accept(readMessage(socket.getInputStream()));
            }
        });
        return wire;
    }

    private static String readMessage(InputStream in) throws IOException {
        Pattern length = Pattern.compile("(?i)Content-Length: *(\\d+)");
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (!message.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("connection closed");
            }
            message.write(octet);
        }
        Matcher matcher = length.matcher(message.toString(StandardCharsets.UTF_8));
        if (matcher.find()) {
            message.write(in.readNBytes(Integer.parseInt(matcher.group(1))));
        }
        return message.toString(StandardCharsets.UTF_8);
    }

    /** Reads until the socket is closed. */
    interface Reading {
        void run() throws IOException;
    }

    private static void start(Reading reading) {
        Thread thread = new Thread(
                () -> {
                    try {
                        reading.run();
                    } catch (IOException e) {
                        // The wire was closed.
                    }
                },
                "test-phone");
        thread.setDaemon(true);
        thread.start();
    }
}
