/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UPDATE where it meets other offers (RFC 3311, 5.2). */
class UpdateTest {

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void update(SipText invite, int sequence, String sdp) {
        String type = sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        station.inDialog(invite, "UPDATE", sequence, station.farContact() + "\r\n" + type, sdp);
    }

    @Test
    void oneThatCrossesOurOfferIsRefused() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        SipText hold = station.exchange.expect("INVITE");
        update(up.invite(), 1, Exchange.sdp("127.0.0.1", "sendonly"));
        station.exchange.expect("SIP/2.0 491");
        station.exchange.reply(hold, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "recvonly"));
        station.exchange.expect("ACK");
        update(up.invite(), 2, Exchange.sdp("127.0.0.1", "recvonly"));
        assertThat(station.exchange.expect("SIP/2.0 200").body()).contains("a=sendonly");
    }

    @Test
    void oneThatCannotBeMetLeavesTheCallAsItIs() throws InterruptedException {
        Station.Up up = station.connected("200");
        update(up.invite(), 1, Exchange.sdp("127.0.0.1", "sendrecv").replace("RTP/AVP 8", "RTP/AVP 18"));
        station.exchange.expect("SIP/2.0 488");
        update(up.invite(), 2, Exchange.sdp("127.0.0.1", "sendonly"));
        station.exchange.expect("SIP/2.0 200");
        station.watcher.await("held", call -> call.state().equals(new CallState.Active(false, true)));
        station.telephony.hold(up.call().id());
        assertThat(station.exchange.expect("INVITE").body()).contains("a=inactive");
    }

    @Test
    void oneBeforeOurOfferIsAnsweredWaits() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        station.watcher.awaitState(CallState.Ringing.class);
        update(invite, 1, Exchange.sdp("127.0.0.1", "sendrecv"));
        station.exchange.expect("SIP/2.0 491");
        update(invite, 2, "");
        station.exchange.expect("SIP/2.0 200");
        station.answer(invite);
        station.watcher.awaitState(CallState.Active.class);
    }

    @Test
    void oneBeforeTheAnswerToTheOfferInOur200Waits() throws InterruptedException {
        SipText invite = station.outside("INVITE", "in1", "", "");
        Call call = station.watcher.awaitState(CallState.Incoming.class);
        station.telephony.answer(call.id());
        SipText ok = station.exchange.await("SIP/2.0 200");
        String sdp = Exchange.sdp("127.0.0.1", "sendrecv");
        station.exchange.send(station.outsideText("UPDATE", "in1", "Content-Type: application/sdp\r\n", sdp)
                .text()
                .replace("CSeq: 7", "CSeq: 8")
                .replace("To: " + invite.header("To"), "To: " + ok.header("To")));
        station.exchange.await("SIP/2.0 491");
        station.ack(ok, sdp);
        station.watcher.await("PCMA", each -> "PCMA".equals(each.codec()));
    }

    @Test
    void oneOfACallThatIsOverIsForNobody() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hangUp(up.call().id());
        station.exchange.reply(station.exchange.expect("BYE"), 200, "OK", "");
        update(up.invite(), 1, Exchange.sdp("127.0.0.1", "sendonly"));
        station.exchange.expect("SIP/2.0 481");
    }
}
