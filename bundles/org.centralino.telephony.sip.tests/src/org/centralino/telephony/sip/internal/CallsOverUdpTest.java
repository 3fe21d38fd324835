/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.centralino.media.RtpSession;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls against a far side that says exactly what the test writes. */
class CallsOverUdpTest {

    private final FakeMedia media = new FakeMedia();
    private final Watcher watcher = new Watcher();
    private final SipTelephony telephony = new SipTelephony(media);
    private Exchange exchange;

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        exchange = new Exchange();
        telephony.addCallListener(watcher);
        telephony.addRegistrationListener(watcher);
        telephony.use(List.of(account(Account.Dtmf.RFC4733)));
        watcher.awaitRegistration(Registration.Registered.class);
    }

    private Account account(Account.Dtmf dtmf) {
        return new Account(
                "sip:anna@example.test",
                exchange.uri(),
                "secret",
                null,
                "Anna",
                null,
                Account.Srtp.OFF,
                dtmf,
                List.of(),
                "IT");
    }

    @AfterEach
    void signOut() {
        telephony.deactivate();
        exchange.close();
    }

    private SipText answered(String target) throws InterruptedException {
        telephony.dial(target);
        SipText invite = exchange.expect("INVITE");
        exchange.reply(invite, 180, "Ringing", "Contact: <" + exchange.uri() + ">");
        exchange.reply(invite, 200, "OK", "Contact: <" + exchange.uri() + ">", Exchange.sdp("127.0.0.1", "sendrecv"));
        exchange.expect("ACK");
        watcher.awaitState(CallState.Active.class);
        return invite;
    }

    @Test
    void aCallIsAnsweredAndHungUp() throws InterruptedException {
        SipText invite = answered("02 1234-567");
        assertThat(invite.startLine()).isEqualTo("INVITE sip:021234567@example.test SIP/2.0");
        assertThat(invite.header("From")).contains("\"Anna\" <sip:anna@example.test>");
        assertThat(invite.body()).contains("opus/48000/2", "telephone-event/8000", "a=sendrecv");
        RtpSession session = media.legs.get(0).sessions.take();
        assertThat(session.codec()).isEqualTo(FakeMedia.PCMA);
        assertThat(session.remote().getPort()).isEqualTo(50_000);
        Watcher.until("both ways", () -> media.edges().containsAll(List.of("microphone > leg 1", "leg 1 > speaker")));
        Call call = telephony.calls().get(0);
        assertThat(call.codec()).isEqualTo("PCMA");
        assertThat(call.remote().number()).isEqualTo("021234567");

        telephony.hangUp(call.id());
        exchange.reply(exchange.expect("BYE"), 200, "OK", "");
        assertThat(watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
        Watcher.until(
                "ports freed", () -> media.legs.get(0).closed && media.edges().isEmpty());
    }

    @Test
    void theFarSideHangsUp() throws InterruptedException {
        SipText invite = answered("200");
        exchange.send("BYE " + invite.contact() + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + exchange.port()
                + ";branch=z9hG4bKbye\r\nFrom: " + invite.header("To") + ";tag=far\r\nTo: " + invite.header("From")
                + "\r\nCall-ID: " + invite.header("Call-ID")
                + "\r\nCSeq: 1 BYE\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n");
        exchange.expect("SIP/2.0 200");
        assertThat(watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
    }

    @Test
    void theFarSideIsBusyAndABusyToneIsHeard() throws InterruptedException {
        telephony.dial("200");
        exchange.reply(exchange.expect("INVITE"), 486, "Busy Here", "");
        exchange.expect("ACK");
        assertThat(watcher.awaitEnd()).satisfies(reason -> {
            assertThat(reason.kind()).isEqualTo(Kind.BUSY);
            assertThat(reason.sipStatus()).isEqualTo(486);
        });
        Watcher.until(
                "busy tone",
                () -> media.edges()
                        .contains("busy of call " + watcher.seen.get(0).id() + " > speaker"));
    }

    @Test
    void somebodyCallsAndIsAnswered() throws InterruptedException {
        SipText register = exchange.expectRegister();
        exchange.send("INVITE " + register.contact() + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + exchange.port()
                + ";branch=z9hG4bKin\r\nFrom: \"Bruno\" <sip:bruno@example.test>;tag=b\r\nTo: <sip:anna@example.test>"
                + "\r\nCall-ID: in1\r\nCSeq: 7 INVITE\r\nMax-Forwards: 70\r\nContact: <" + exchange.uri()
                + ">\r\nContent-Type: application/sdp\r\nContent-Length: "
                + Exchange.sdp("127.0.0.1", "sendrecv").length() + "\r\n\r\n" + Exchange.sdp("127.0.0.1", "sendrecv"));
        Call call = watcher.awaitState(CallState.Incoming.class);
        assertThat(call.remote().label()).isEqualTo("Bruno");
        exchange.await("SIP/2.0 180");
        telephony.answer(call.id());
        SipText ok = exchange.await("SIP/2.0 200");
        assertThat(ok.body()).contains("m=audio", "PCMA/8000");
        exchange.send("ACK " + ok.contact() + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + exchange.port()
                + ";branch=z9hG4bKack\r\nFrom: " + ok.header("From") + "\r\nTo: " + ok.header("To")
                + "\r\nCall-ID: in1\r\nCSeq: 7 ACK\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n");
        watcher.awaitState(CallState.Active.class);
        telephony.hangUp(call.id());
        exchange.reply(exchange.await("BYE"), 200, "OK", "");
        assertThat(watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
    }
}
