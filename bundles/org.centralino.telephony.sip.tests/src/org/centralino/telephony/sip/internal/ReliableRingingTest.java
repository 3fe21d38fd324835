/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller who insists on acknowledging that it rings, and what it then leaves out (RFC 3262, 3). */
class ReliableRingingTest {

    private static final String REQUIRED = "Require: 100rel\r\n";
    private static final String SDP = Exchange.sdp("127.0.0.1", "sendrecv");

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private SipText invite() throws InterruptedException {
        return station.outside("INVITE", "in1", REQUIRED + "Content-Type: application/sdp\r\n", SDP);
    }

    private void prack(SipText ringing, String acknowledged) {
        station.exchange.send(station.outsideText("PRACK", "in1", "RAck: " + acknowledged + "\r\n", "")
                .text()
                .replace("CSeq: 7", "CSeq: 8")
                .replace("To: <sip:anna@example.test>", "To: " + ringing.header("To")));
    }

    @Test
    @Tag("long")
    void whoNeverAcknowledgesItIsRefused() throws InterruptedException {
        invite();
        String sequence = station.exchange.await("SIP/2.0 180").header("RSeq");
        assertThat(station.exchange.await("SIP/2.0 180").header("RSeq")).isEqualTo(sequence);
        assertThat(station.watcher.awaitEnd(25).kind()).isEqualTo(Kind.NETWORK);
        station.exchange.await("SIP/2.0 504");
    }

    @Test
    void theAnswerWaitsForTheRightAcknowledgement() throws InterruptedException {
        invite();
        SipText ringing = station.exchange.await("SIP/2.0 180");
        long sequence = Long.parseLong(ringing.header("RSeq"));
        station.telephony.answer(
                station.watcher.awaitState(CallState.Incoming.class).id());
        prack(ringing, sequence + 1 + " 7 INVITE");
        assertThat(station.exchange.await("SIP/2.0 180").header("RSeq")).isEqualTo(ringing.header("RSeq"));
        prack(ringing, sequence + " 7 INVITE");
        assertThat(station.exchange.await("SIP/2.0 200").header("CSeq")).isEqualTo("8 PRACK");
        SipText ok = station.exchange.await("SIP/2.0 200");
        assertThat(ok.header("CSeq")).isEqualTo("7 INVITE");
        station.ack(ok, "");
        station.watcher.awaitState(CallState.Active.class);
    }

    @Test
    void anAnswerThatWaitsIsNoAnswerYet() throws InterruptedException {
        SipText invite = invite();
        station.exchange.await("SIP/2.0 180");
        Call call = station.watcher.awaitState(CallState.Incoming.class);
        station.telephony.answer(call.id());
        station.watcher.awaitState(CallState.Active.class);
        station.cancel(invite, "");
        station.exchange.await("SIP/2.0 487");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
    }

    @Test
    void aCallWithoutAnOfferRingsHereAlone() throws InterruptedException {
        station.outside("INVITE", "in1", REQUIRED, "");
        Call call = station.watcher.awaitState(CallState.Incoming.class);
        station.exchange.expect("SIP/2.0 100");
        assertThat(station.exchange.isQuietFor(500)).isTrue();
        station.telephony.answer(call.id());
        SipText ok = station.exchange.await("SIP/2.0 200");
        station.ack(ok, SDP);
        station.watcher.await("PCMA", each -> "PCMA".equals(each.codec()));
    }

    @Test
    void decliningDoesNotWait() throws InterruptedException {
        invite();
        station.exchange.await("SIP/2.0 180");
        station.telephony.decline(
                station.watcher.awaitState(CallState.Incoming.class).id());
        station.exchange.await("SIP/2.0 603");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.DECLINED);
    }
}
