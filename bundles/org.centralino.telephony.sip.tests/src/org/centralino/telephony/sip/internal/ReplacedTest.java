/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody takes the place of our far side (RFC 3891). */
class ReplacedTest {

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    /** The value of Replaces that names a call we made. */
    private static String place(SipText invite) {
        return invite.header("Call-ID") + ";to-tag=" + invite.header("From").replaceAll(".*;tag=", "")
                + ";from-tag=far";
    }

    private SipText invite(String callId, String replaces, String more) throws InterruptedException {
        return station.outside(
                "INVITE",
                callId,
                "Content-Type: application/sdp\r\nReplaces: " + replaces + "\r\n" + more,
                Exchange.sdp("127.0.0.1", "sendrecv"));
    }

    private int refusal(String callId, String replaces) throws InterruptedException {
        invite(callId, replaces, "");
        SipText response = station.exchange.await("SIP/2.0 4");
        while (!response.header("Call-ID").equals(callId)) {
            response = station.exchange.await("SIP/2.0 4");
        }
        return Integer.parseInt(response.startLine().substring(8, 11));
    }

    @Test
    void theNewCallIsAnsweredAtOnceAndTheOldOneEnds() throws InterruptedException {
        Station.Up up = station.connected("200");
        Watcher.until("first talks", () -> station.media.edges().contains("microphone > leg 1"));
        invite("in1", place(up.invite()), "Require: replaces\r\n");
        SipText first = station.exchange.expect("SIP/2.0 ");
        SipText ok = first.startLine().startsWith("SIP/2.0 100") ? station.exchange.expect("SIP/2.0 200") : first;
        assertThat(ok.startLine()).startsWith("SIP/2.0 200");
        assertThat(ok.body()).contains("a=sendrecv");
        assertThat(ok.header("Supported")).contains("replaces");
        station.ack(ok, "");
        SipText bye = station.exchange.await("BYE");
        assertThat(bye.header("Call-ID")).isEqualTo(up.invite().header("Call-ID"));
        station.exchange.reply(bye, 200, "OK", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
        Watcher.until(
                "second talks", () -> station.media.edges().equals(Set.of("microphone > leg 2", "leg 2 > speaker")));
        assertThat(station.telephony.calls()).hasSize(1);
        Call now = station.telephony.calls().get(0);
        assertThat(now.remote().label()).isEqualTo("Bruno");
        assertThat(now.isHeldByUs()).isFalse();
        assertThat(now.answered()).isNotNull();
        assertThat(station.watcher.seen).noneMatch(call -> call.state() instanceof CallState.Incoming);
    }

    @Test
    void whoIsHeldStaysSo() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        SipText hold = station.exchange.await("INVITE");
        station.exchange.reply(hold, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "recvonly"));
        station.exchange.await("ACK");
        invite("in1", place(up.invite()), "");
        SipText ok = station.exchange.await("SIP/2.0 200");
        assertThat(ok.body()).contains("a=sendonly");
        station.ack(ok, "");
        station.exchange.reply(station.exchange.await("BYE"), 200, "OK", "");
        Call old = station.watcher.await("over", Call::isEnded);
        assertThat(old.id()).isEqualTo(up.call().id());
        Call now = station.telephony.calls().get(0);
        assertThat(now.isHeldByUs()).isTrue();
        assertThat(now.held()).isNotNull();
        assertThat(station.media.edges()).noneMatch(edge -> edge.startsWith("microphone"));
        station.telephony.resume(now.id());
        assertThat(station.exchange.await("INVITE").body()).contains("a=sendrecv");
    }

    @Test
    void aMicrophoneThatIsOffStaysOff() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.setMicrophoneOff(up.call().id(), true);
        station.watcher.await("off", Call::microphoneOff);
        invite("in1", place(up.invite()), "");
        station.ack(station.exchange.await("SIP/2.0 200"), "");
        station.watcher.await("over", Call::isEnded);
        Watcher.until("second is heard", () -> station.media.edges().equals(Set.of("leg 2 > speaker")));
        assertThat(station.telephony.calls().get(0).microphoneOff()).isTrue();
    }

    @Test
    void whatNamesNoCallOfOursIsRefused() throws InterruptedException {
        Station.Up up = station.connected("200");
        String place = place(up.invite());
        assertThat(refusal("in1", "nobody@knows;to-tag=1;from-tag=2")).isEqualTo(481);
        assertThat(refusal("in2", place.replace("from-tag=far", "from-tag=near")))
                .isEqualTo(481);
        assertThat(refusal("in3", place + ";early-only")).isEqualTo(486);
        assertThat(refusal("in4", place.replaceAll(";from-tag=.*", ""))).isEqualTo(400);
        assertThat(station.telephony.calls())
                .extracting(Call::id)
                .containsExactly(up.call().id());
        assertThat(station.watcher.seen).allMatch(Call::outgoing);
    }

    @Test
    void aCallThatRingsIsNotReplaced() throws InterruptedException {
        SipText ours = station.dial("200");
        station.exchange.reply(ours, 180, "Ringing", station.farContact());
        station.watcher.awaitState(CallState.Ringing.class);
        assertThat(refusal("in1", place(ours))).isEqualTo(481);
    }

    @Test
    void whoIsNotOurExchangeReplacesNobody() throws Exception {
        Station.Up up = station.connected("200");
        try (Elsewhere elsewhere = new Elsewhere()) {
            SipText invite = station.outsideText(
                    "INVITE",
                    "in1",
                    "Content-Type: application/sdp\r\nReplaces: " + place(up.invite()) + "\r\n",
                    Exchange.sdp("127.0.0.1", "sendrecv"));
            assertThat(elsewhere.ask(invite).startLine()).startsWith("SIP/2.0 403");
        }
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls())
                .extracting(Call::id)
                .containsExactly(up.call().id());
    }
}
