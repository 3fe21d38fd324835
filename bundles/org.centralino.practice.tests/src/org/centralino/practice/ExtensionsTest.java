/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.centralino.practice.media.Direction;
import org.centralino.practice.media.Format;
import org.centralino.practice.media.Tones;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtensionsTest {
    private final PracticeExchange exchange = FreePorts.exchange();
    private final SipPhone anna = SipPhone.udp("anna", exchange);

    ExtensionsTest() throws IOException {}

    @AfterEach
    void close() throws Exception {
        anna.close();
        exchange.close();
    }

    static Format[] codecs() {
        return new Format[] {Format.pcmu(), Format.pcma(), Format.opus(96)};
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void extension600SendsBackWhatItHears(Format codec) throws Exception {
        try (PhoneSound sound = new PhoneSound(codec)) {
            PhoneCall call = anna.call("600", sound.offer());
            sound.agree(call.awaitAnswer());
            sound.leg.play(Tones.steady(-10, 440));
            PhoneSound.await("heard 440 Hz", () -> Math.abs(sound.heardHz() - 440) < 4);
            PhoneSound.await("heard it as loud as it was", () -> Math.abs(sound.heardLevelDb() + 10) < 1.5);
            call.bye();
        }
    }

    @Test
    void extension600SendsVideoBackToo() throws Exception {
        try (PhoneSound sound = new PhoneSound(Format.pcmu());
                DatagramSocket camera =
                        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String video = "m=video " + camera.getLocalPort() + " RTP/AVP 97\r\na=rtpmap:97 VP8/90000\r\n";
            PhoneCall call = anna.call("600", sound.offer() + video);
            SipText answer = call.awaitAnswer();
            int port = Integer.parseInt(answer.body().replaceAll("(?s).*m=video (\\d+) .*", "$1"));
            byte[] picture = {(byte) 0x80, 97, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 42, 43};
            camera.send(new DatagramPacket(picture, picture.length, InetAddress.getLoopbackAddress(), port));
            camera.setSoTimeout(5000);
            DatagramPacket back = new DatagramPacket(new byte[100], 100);
            camera.receive(back);
            assertThat(Arrays.copyOf(back.getData(), back.getLength()))
                    .hasSize(picture.length)
                    .endsWith(42, 43);
            call.bye();
        }
    }

    @Test
    void extension601ReadsBackTheDigitsItGot() throws Exception {
        try (PhoneSound sound = new PhoneSound(Format.pcma())) {
            PhoneCall call = anna.call("601", sound.offer());
            sound.agree(call.awaitAnswer());
            for (char digit : "159".toCharArray()) {
                sound.press(digit);
            }
            PhoneSound.await("heard 159 as tones", () -> sound.digitsHeard().equals("159"));
            call.bye();
        }
    }

    @Test
    void extension602PlaysMusic() throws Exception {
        try (PhoneSound sound = new PhoneSound(Format.opus(96))) {
            PhoneCall call = anna.call("602", sound.offer());
            sound.agree(call.awaitAnswer());
            PhoneSound.await("heard anything", () -> sound.heardLevelDb() > -40);
            call.bye();
        }
    }

    @Test
    void extension603RingsUntilTheCallerGivesUp() throws Exception {
        try (PhoneSound sound = new PhoneSound(Format.pcmu())) {
            PhoneCall call = anna.call("603", sound.offer());
            call.awaitStatus(180);
            call.cancel();
            SipText terminated = call.awaitStatus(487);
            call.acknowledge(terminated);
        }
    }

    @Test
    void extension604IsBusy() throws Exception {
        try (PhoneSound sound = new PhoneSound(Format.pcmu())) {
            PhoneCall call = anna.call("604", sound.offer());
            call.acknowledge(call.awaitStatus(486));
        }
    }

    @Test
    void extension605HangsUpAndCallsBack() throws Exception {
        anna.register();
        try (PhoneSound sound = new PhoneSound(Format.pcmu());
                PhoneSound second = new PhoneSound(Format.pcmu())) {
            PhoneCall call = anna.call("605", sound.offer());
            sound.agree(call.awaitAnswer());
            anna.respond(call.awaitRequest("BYE"), 200, "x", "");
            SipText invite = anna.awaitRequest("INVITE");
            assertThat(invite.header("From")).contains("sip:605@");
            anna.respond(invite, 180, "back", "");
            second.agree(invite);
            anna.respond(invite, 200, "back", second.offer());
            anna.awaitRequest("ACK");
            PhoneSound.await("heard music", () -> second.heardLevelDb() > -40);
        }
    }

    @Test
    void extension606PutsTheCallerOnHoldAndComesBack() throws Exception {
        try (PhoneSound sound = new PhoneSound(Format.pcmu())) {
            PhoneCall call = anna.call("606", sound.offer());
            sound.agree(call.awaitAnswer());
            SipText hold = call.awaitRequest("INVITE");
            assertThat(hold.body()).contains("a=sendonly");
            anna.respond(hold, 200, "", sound.offer(Direction.RECVONLY));
            call.awaitRequest("ACK");
            SipText resume = call.awaitRequest("INVITE");
            assertThat(resume.body()).contains("a=sendrecv");
            anna.respond(resume, 200, "", sound.offer());
            call.awaitRequest("ACK");
            call.bye();
        }
    }

    @Test
    void extension607AsksForATransferAndHangsUpWhenItIsDone() throws Exception {
        try (PhoneSound sound = new PhoneSound(Format.pcmu())) {
            PhoneCall call = anna.call("607", sound.offer());
            sound.agree(call.awaitAnswer());
            SipText refer = call.awaitRequest("REFER");
            assertThat(refer.header("Refer-To")).contains("sip:602@");
            anna.respond(refer, 202, "", "");
            call.request(
                    "NOTIFY",
                    "Event: refer\r\nSubscription-State: terminated\r\nContent-Type: message/sipfrag\r\n",
                    "SIP/2.0 200 OK\r\n");
            call.awaitStatus(200);
            anna.respond(call.awaitRequest("BYE"), 200, "", "");
        }
    }

    @Test
    void extension608JoinsTheParkedCallerWithTheNext() throws Exception {
        try (SipPhone bruno = SipPhone.tcp("bruno", exchange);
                PhoneSound parked = new PhoneSound(Format.opus(96));
                PhoneSound fetching = new PhoneSound(Format.pcma())) {
            PhoneCall first = anna.call("608", parked.offer());
            parked.agree(first.awaitAnswer());
            PhoneSound.await("heard music", () -> parked.heardLevelDb() > -40);
            PhoneCall second = bruno.call("608", fetching.offer());
            fetching.agree(second.awaitAnswer());
            parked.leg.play(Tones.steady(-10, 700));
            PhoneSound.await("heard the parked caller", () -> Math.abs(fetching.heardHz() - 700) < 8);
            second.bye();
            anna.respond(first.awaitRequest("BYE"), 200, "", "");
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void extension609PlaysOneKilohertzAndReportsWhatItHeard(Format codec) throws Exception {
        try (PhoneSound sound = new PhoneSound(codec)) {
            PhoneCall call = anna.call("609", sound.offer());
            sound.leg.play(Tones.steady(-20, 440));
            sound.agree(call.awaitAnswer());
            PhoneSound.await("heard 1 kHz", () -> sound.leg.report().received() > 60);
            assertThat(sound.heardHz()).isCloseTo(1000, within(3.0));
            assertThat(sound.heardLevelDb()).isCloseTo(-12, within(1.0));
            call.bye();
            String report = Http.get(exchange, "/calls/last?extension=609");
            assertThat(report).contains("\"callId\":\"" + call.callId + "\"", "\"rtpLost\":0");
            assertThat(Http.number(report, "heardHz")).isCloseTo(440, within(3.0));
            assertThat(Http.number(report, "heardLevelDb")).isCloseTo(-20, within(1.0));
            assertThat(Http.number(report, "rtpReceived")).isGreaterThan(40);
        }
    }

    @Test
    void anUnknownNumberIsNotFound() throws Exception {
        try (PhoneSound sound = new PhoneSound(Format.pcmu())) {
            PhoneCall call = anna.call("777", sound.offer());
            call.acknowledge(call.awaitStatus(404));
        }
    }
}
