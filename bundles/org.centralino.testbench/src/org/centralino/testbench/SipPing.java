/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Asks a SIP element over UDP whether it lives, by OPTIONS. */
public final class SipPing {
    private static final int PATIENCE_MS = 200;

    private final String host;
    private final int port;

    public SipPing(int port) {
        this("127.0.0.1", port);
    }

    /** Of another computer. @param host its address */
    SipPing(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** One question; any answer counts. Waits 200 ms for it. */
    public boolean answered() {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress there = InetAddress.getByName(host);
            socket.setSoTimeout(PATIENCE_MS);
            byte[] request = request(socket.getLocalPort()).getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(request, request.length, there, port));
            DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.ISO_8859_1)
                    .startsWith("SIP/2.0 ");
        } catch (IOException e) {
            return false; // no answer in time, or nobody listens yet
        }
    }

    private String request(int from) {
        String id = UUID.randomUUID().toString();
        return String.join(
                "\r\n",
                "OPTIONS sip:127.0.0.1:" + port + " SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:" + from + ";branch=z9hG4bK" + id + ";rport",
                "Max-Forwards: 70",
                "From: <sip:ping@127.0.0.1:" + from + ">;tag=ping",
                "To: <sip:127.0.0.1:" + port + ">",
                "Call-ID: " + id,
                "CSeq: 1 OPTIONS",
                "Content-Length: 0",
                "",
                "");
    }
}
