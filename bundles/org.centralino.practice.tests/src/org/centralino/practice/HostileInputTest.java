/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.centralino.practice.media.Format;
import org.centralino.practice.media.Tones;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileInputTest {
    private static final String INVITE = "INVITE sip:600@practice.centralino.test SIP/2.0\r\n"
            + "Via: SIP/2.0/UDP 127.0.0.1:5099;branch=z9hG4bK1;rport\r\nFrom: <sip:anna@practice.centralino.test>;tag=1\r\n"
            + "To: <sip:600@practice.centralino.test>\r\nCall-ID: a@b\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n"
            + "Contact: <sip:anna@127.0.0.1:5099>\r\nProxy-Authorization: Digest username=\"anna\", realm=\"practice\"\r\n"
            + "Replaces: x;to-tag=1;from-tag=2\r\nContent-Type: application/sdp\r\nContent-Length: 3\r\n\r\nv=0";

    private final PracticeExchange exchange = FreePorts.exchange();
    private final Random random = new Random(1905);

    HostileInputTest() throws IOException {}

    @AfterEach
    void close() {
        exchange.close();
    }

    private byte[] mutated() {
        byte[] data = INVITE.getBytes(StandardCharsets.US_ASCII);
        for (int hits = random.nextInt(8); hits >= 0; hits--) {
            data[random.nextInt(data.length)] = (byte) random.nextInt(256);
        }
        return data;
    }

    @Test
    void mutilatedMessagesDoNotStopItAnswering() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 3000; i++) {
                byte[] data = mutated();
                socket.send(new DatagramPacket(data, data.length, loopback, exchange.sipPort()));
            }
        }
        for (int i = 0; i < 30; i++) {
            try (Socket socket = new Socket(loopback, exchange.sipPort())) {
                socket.getOutputStream().write(mutated());
            }
        }
        try (SipPhone anna = SipPhone.udp("anna", exchange);
                SipPhone bruno = SipPhone.tcp("bruno", exchange)) {
            assertThat(anna.register()).isEqualTo(200);
            assertThat(bruno.register()).isEqualTo(200);
        }
    }

    @Test
    void rubbishBetweenRtpPacketsDoesNotStopTheEcho() throws Exception {
        try (SipPhone anna = SipPhone.udp("anna", exchange);
                PhoneSound sound = new PhoneSound(Format.opus(96))) {
            PhoneCall call = anna.call("600", sound.offer());
            SipText answer = call.awaitAnswer();
            sound.agree(answer);
            int port = Integer.parseInt(answer.body().replaceAll("(?s).*m=audio (\\d+) .*", "$1"));
            try (DatagramSocket socket = new DatagramSocket()) {
                for (int i = 0; i < 500; i++) {
                    byte[] data = new byte[random.nextInt(1800)];
                    random.nextBytes(data);
                    int to = random.nextBoolean() ? port : port + 1;
                    socket.send(new DatagramPacket(data, data.length, InetAddress.getLoopbackAddress(), to));
                }
            }
            sound.leg.play(Tones.steady(-10, 440));
            PhoneSound.await("heard 440 Hz", () -> Math.abs(sound.heardHz() - 440) < 4);
            call.bye();
        }
    }

    @Test
    void anOfferWithNothingInCommonIsRefused() throws Exception {
        try (SipPhone anna = SipPhone.udp("anna", exchange);
                PhoneSound sound = new PhoneSound(new Format(18, "g729", 8000, 1, ""))) {
            PhoneCall call = anna.call("602", sound.offer());
            call.acknowledge(call.awaitStatus(488));
            PhoneCall garbage = anna.call("602", "v=0 is not much of an offer");
            garbage.acknowledge(garbage.awaitStatus(488));
        }
    }
}
