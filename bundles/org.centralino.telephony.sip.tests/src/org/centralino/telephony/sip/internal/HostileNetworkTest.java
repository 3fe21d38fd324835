/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.centralino.telephony.Account;
import org.centralino.telephony.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the network says, the telephone answers afterwards. */
class HostileNetworkTest {

    private static final int MESSAGES = 8_000;

    private static int port(Station station) {
        String contact = station.exchange.lastRegister().contact();
        return Integer.parseInt(contact.substring(contact.lastIndexOf(':') + 1).split(";")[0]);
    }

    @Test
    @Timeout(90)
    void thousandsOfBrokenDatagramsDoNotStopItAnswering() throws IOException, InterruptedException {
        try (Station station = new Station();
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            station.signIn(Account.Dtmf.RFC4733);
            int port = port(station);
            List<String> good = SampleMessages.good();
            Random random = new Random(4475);
            for (int i = 0; i < MESSAGES; i++) {
                byte[] message = SampleMessages.mutated(good.get(i % good.size()), random);
                stranger.send(new DatagramPacket(
                        message, Math.min(message.length, 65_000), InetAddress.getLoopbackAddress(), port));
                if (i % 200 == 199) {
                    answers(station, "probe" + i);
                }
            }
            answers(station, "last");
            assertThat(station.telephony.registrations().values()).allMatch(Registration.Registered.class::isInstance);
        }
    }

    @Test
    @Timeout(90)
    void connectionsThatNeverFinishAMessageAreCutOff() throws IOException, InterruptedException {
        StreamWire wire = new StreamWire(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), "tcp");
        try (Station station = new Station(wire)) {
            station.signIn(Account.Dtmf.RFC4733);
            String via = station.exchange.lastRegister().header("Via");
            int port = Integer.parseInt(via.replaceAll(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream()
                        .write("OPTIONS sip:anna@127.0.0.1 SIP/2.0\r\nVia: ".getBytes(StandardCharsets.UTF_8));
                slow.add(socket);
            }
            assertThat(bytesTaken(port)).isLessThan(16 * 1024 * 1024);
            answers(station, "probe");
            for (Socket socket : slow) {
                socket.setSoTimeout(30_000);
                assertThat(isClosed(socket)).isTrue();
            }
            answers(station, "last");
        }
    }

    /** How much of a header without end is read before the connection is closed. */
    private static long bytesTaken(int port) throws IOException {
        byte[] more = "x".repeat(8_192).getBytes(StandardCharsets.UTF_8);
        long sent = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write("OPTIONS sip:anna@127.0.0.1 SIP/2.0\r\nX: ".getBytes(StandardCharsets.UTF_8));
            while (sent < 64 * 1024 * 1024) {
                out.write(more);
                sent += more.length;
            }
        } catch (SocketException e) {
            return sent;
        }
        return sent;
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try (socket;
                InputStream in = socket.getInputStream()) {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Asks as RFC 3261 (17.1.2.1) asks over UDP: again and again, since datagrams may be lost in a flood. */
    private static void answers(Station station, String callId) throws InterruptedException {
        for (int attempt = 0; attempt < 20; attempt++) {
            station.outside("OPTIONS", callId + "-" + attempt, "", "");
            if (station.exchange.hears("SIP/2.0 200", 500)) {
                return;
            }
        }
        throw new AssertionError("No answer any more: " + callId);
    }
}
