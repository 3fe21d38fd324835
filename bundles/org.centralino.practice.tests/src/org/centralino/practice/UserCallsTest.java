/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.centralino.practice.media.Format;
import org.centralino.practice.media.Tones;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserCallsTest {
    private final PracticeExchange exchange = FreePorts.exchange();

    UserCallsTest() throws IOException {}

    @AfterEach
    void close() {
        exchange.close();
    }

    private SipPhone phone(String id, String transport) throws IOException {
        return transport.equals("tcp") ? SipPhone.tcp(id, exchange) : SipPhone.udp(id, exchange);
    }

    @ParameterizedTest
    @CsvSource({"udp, udp", "tcp, tcp", "udp, tcp", "tcp, udp"})
    void annaTalksWithBruno(String callerBy, String calleeBy) throws Exception {
        try (SipPhone anna = phone("anna", callerBy);
                SipPhone bruno = phone("bruno", calleeBy);
                PhoneSound annaSound = new PhoneSound(Format.pcma());
                PhoneSound brunoSound = new PhoneSound(Format.pcma())) {
            assertThat(bruno.register()).isEqualTo(200);
            PhoneCall call = anna.call("202", annaSound.offer());
            SipText invite = bruno.awaitRequest("INVITE");
            bruno.respond(invite, 180, "b", "");
            call.awaitStatus(180);
            brunoSound.agree(invite);
            bruno.respond(invite, 200, "b", brunoSound.offer());
            annaSound.agree(call.awaitAnswer());
            bruno.awaitRequest("ACK");
            brunoSound.leg.play(Tones.steady(-10, 440));
            PhoneSound.await("heard bruno", () -> Math.abs(annaSound.heardHz() - 440) < 4);

            call.request("INVITE", "", annaSound.offer());
            SipText again = bruno.awaitRequest("INVITE");
            assertThat(again.header("To")).contains("tag=b");
            bruno.respond(again, 200, "b", brunoSound.offer());
            call.awaitAnswer();
            bruno.awaitRequest("ACK");

            call.request("REFER", "Refer-To: <sip:602@practice.centralino.test>\r\n", "");
            SipText refer = bruno.awaitRequest("REFER");
            assertThat(refer.header("Refer-To")).contains("602");
            bruno.respond(refer, 202, "b", "");
            call.awaitStatus(202);

            call.request("BYE", "", "");
            bruno.respond(bruno.awaitRequest("BYE"), 200, "b", "");
            call.awaitStatus(200);
            assertThat(Http.get(exchange, "/calls/last?from=anna"))
                    .contains("\"state\":\"ended\"", "\"endedBy\":\"caller\"");
        }
    }

    @Test
    void aCancelledCallStopsRinging() throws Exception {
        try (SipPhone anna = SipPhone.udp("anna", exchange);
                SipPhone bruno = SipPhone.udp("bruno", exchange);
                PhoneSound sound = new PhoneSound(Format.pcmu())) {
            bruno.register();
            PhoneCall call = anna.call("bruno", sound.offer());
            SipText invite = bruno.awaitRequest("INVITE");
            bruno.respond(invite, 180, "b", "");
            call.awaitStatus(180);
            call.cancel();
            bruno.respond(bruno.awaitRequest("CANCEL"), 200, "b", "");
            bruno.respond(invite, 487, "b", "");
            call.acknowledge(call.awaitStatus(487));
        }
    }

    @Test
    void theFirstOfTwoTelephonesThatAnswersHasTheCall() throws Exception {
        try (SipPhone anna = SipPhone.udp("anna", exchange);
                SipPhone desk = SipPhone.udp("bruno", exchange);
                SipPhone cordless = SipPhone.udp("bruno", exchange);
                PhoneSound sound = new PhoneSound(Format.pcmu())) {
            desk.register();
            cordless.register();
            PhoneCall call = anna.call("bruno", sound.offer());
            SipText atDesk = desk.awaitRequest("INVITE");
            SipText atCordless = cordless.awaitRequest("INVITE");
            desk.respond(atDesk, 180, "d", "");
            cordless.respond(atCordless, 180, "c", "");
            cordless.respond(atCordless, 200, "c", sound.offer());
            assertThat(call.awaitAnswer().header("To")).contains("tag=c");
            desk.respond(desk.awaitRequest("CANCEL"), 200, "d", "");
            desk.respond(atDesk, 487, "d", "");
            desk.awaitRequest("ACK");
        }
    }

    @Test
    void aUserWhoIsNotRegisteredIsUnavailable() throws Exception {
        try (SipPhone anna = SipPhone.udp("anna", exchange);
                PhoneSound sound = new PhoneSound(Format.pcmu())) {
            PhoneCall call = anna.call("carla", sound.offer());
            call.acknowledge(call.awaitStatus(480));
        }
    }

    @Test
    void aRefusalReachesTheCaller() throws Exception {
        try (SipPhone anna = SipPhone.udp("anna", exchange);
                SipPhone bruno = SipPhone.udp("bruno", exchange);
                PhoneSound sound = new PhoneSound(Format.pcmu())) {
            bruno.register();
            PhoneCall call = anna.call("bruno", sound.offer());
            bruno.respond(bruno.awaitRequest("INVITE"), 603, "b", "");
            bruno.awaitRequest("ACK");
            call.acknowledge(call.awaitStatus(603));
        }
    }
}
