/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One registration by hand (RFC 7616 with qop=auth), for algorithms that no phone of the bench speaks. */
final class DigestProbe {
    private static final int PATIENCE_MS = 5000;

    private DigestProbe() {}

    /** The final answer to the request with credentials. */
    static String register(Kamailio exchange, String user, String password, String algorithm)
            throws IOException, GeneralSecurityException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket socket = new DatagramSocket(0, loopback)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(loopback, exchange.port());
            String uri = "sip:" + exchange.domain();
            String challenge = ask(socket, request(socket, uri, user, 1, ""));
            Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(challenge);
            if (!nonce.find()) {
                return challenge;
            }
            String first = hash(algorithm, user + ":" + exchange.domain() + ":" + password);
            String second = hash(algorithm, "REGISTER:" + uri);
            String response = hash(algorithm, first + ":" + nonce.group(1) + ":00000001:c0ffee:auth:" + second);
            String credentials = "Authorization: Digest username=\"" + user + "\", realm=\"" + exchange.domain()
                    + "\", nonce=\"" + nonce.group(1) + "\", uri=\"" + uri + "\", response=\"" + response
                    + "\", algorithm=" + algorithm + ", qop=auth, nc=00000001, cnonce=\"c0ffee\"\r\n";
            return ask(socket, request(socket, uri, user, 2, credentials));
        }
    }

    private static String ask(DatagramSocket socket, String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        socket.send(new DatagramPacket(bytes, bytes.length));
        DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
        socket.receive(answer);
        return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
    }

    private static String request(DatagramSocket socket, String uri, String user, int number, String credentials) {
        String here = "127.0.0.1:" + socket.getLocalPort();
        String address = "<sip:" + user + "@" + uri.substring(4) + ">";
        return "REGISTER " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here + ";branch=z9hG4bKprobe" + number
                + here.hashCode()
                + "\r\nMax-Forwards: 70\r\nFrom: " + address + ";tag=probe\r\nTo: " + address + "\r\nCall-ID: probe"
                + here
                + "\r\nCSeq: " + number + " REGISTER\r\nContact: <sip:" + user + "@" + here + ">\r\nExpires: 60\r\n"
                + credentials + "Content-Length: 0\r\n\r\n";
    }

    private static String hash(String algorithm, String text) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
