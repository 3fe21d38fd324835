/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at another address than the exchange, who writes what the exchange would. */
final class Elsewhere implements AutoCloseable {

    private static final Pattern REQUEST_URI = Pattern.compile("sip:[^@]*@(127[0-9.]+):(\\d+)");

    private final DatagramSocket socket;

    Elsewhere() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"));
        socket.setSoTimeout(10_000);
    }

    /** Sends {@code request} to whom its Request-URI names, and waits for the final response. */
    SipText ask(SipText request) throws IOException {
        Matcher to = REQUEST_URI.matcher(request.startLine());
        if (!to.find()) {
            throw new IOException("Nobody to ask: " + request.startLine());
        }
        String text = request.text()
                .replaceFirst("Via: SIP/2.0/UDP [^;]*", "Via: SIP/2.0/UDP 127.0.0.2:" + socket.getLocalPort());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(
                bytes, bytes.length, new InetSocketAddress(to.group(1), Integer.parseInt(to.group(2)))));
        byte[] buffer = new byte[65536];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.receive(packet);
            SipText response = new SipText(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
            if (!response.startLine().startsWith("SIP/2.0 1")) {
                return response;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
