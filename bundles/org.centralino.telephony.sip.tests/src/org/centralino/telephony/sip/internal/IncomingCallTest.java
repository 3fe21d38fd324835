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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that come in, and requests that are none. */
class IncomingCallTest {

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private Call incoming(String callId) throws InterruptedException {
        station.invite(callId);
        Call call = station.watcher.awaitState(CallState.Incoming.class);
        station.exchange.await("SIP/2.0 180");
        return call;
    }

    private Call answered(String callId) throws InterruptedException {
        Call call = incoming(callId);
        station.telephony.answer(call.id());
        station.ack(station.exchange.await("SIP/2.0 200"), "");
        return station.watcher.awaitState(CallState.Active.class);
    }

    @Test
    void aCallRingsAndIsAnswered() throws InterruptedException {
        Call call = incoming("in1");
        assertThat(call.outgoing()).isFalse();
        assertThat(call.remote().label()).isEqualTo("Bruno");
        assertThat(call.remote().number()).isEqualTo("bruno");
        String ring = "ring of call " + call.id() + " > ringer";
        Watcher.until("ring tone", () -> station.media.edges().contains(ring));
        station.telephony.answer(call.id());
        SipText ok = station.exchange.await("SIP/2.0 200");
        assertThat(ok.body()).contains("m=audio", "8 PCMA/8000", "101 telephone-event/8000", "a=sendrecv");
        station.ack(ok, "");
        station.watcher.awaitState(CallState.Active.class);
        Watcher.until("both ways", () -> station.media.edges().equals(Set.of("microphone > leg 1", "leg 1 > speaker")));
        station.telephony.hangUp(call.id());
        station.exchange.reply(station.exchange.await("BYE"), 200, "OK", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
    }

    @Test
    void aCallIsDeclined() throws InterruptedException {
        Call call = incoming("in1");
        station.telephony.decline(call.id());
        station.exchange.await("SIP/2.0 603");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.DECLINED);
        Watcher.until("silence", () -> station.media.edges().isEmpty());
    }

    @Test
    void aCallerWhoGivesUpIsAMissedCall() throws InterruptedException {
        SipText invite = station.invite("in1");
        station.exchange.await("SIP/2.0 180");
        station.cancel(invite, "");
        station.exchange.await("SIP/2.0 200");
        station.exchange.await("SIP/2.0 487");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.MISSED);
    }

    @Test
    void aCallAnsweredOnAnotherDeviceIsNotMissed() throws InterruptedException {
        SipText invite = station.invite("in1");
        station.exchange.await("SIP/2.0 180");
        station.cancel(invite, "Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.ANSWERED_ELSEWHERE);
    }

    @Test
    void anInviteWithoutOfferIsAnsweredWithOne() throws InterruptedException {
        station.outside("INVITE", "in1", "", "");
        Call call = station.watcher.awaitState(CallState.Incoming.class);
        station.telephony.answer(call.id());
        SipText ok = station.exchange.await("SIP/2.0 200");
        assertThat(ok.body()).contains("opus/48000/2", "PCMA/8000");
        station.ack(ok, Exchange.sdp("127.0.0.1", "sendrecv"));
        assertThat(station.media.legs.get(0).sessions.take().codec()).isEqualTo(FakeMedia.PCMA);
    }

    @Test
    void anOfferThatCannotBeMetIsRefusedWithoutRinging() throws InterruptedException {
        station.outside(
                "INVITE",
                "in1",
                "Content-Type: application/sdp\r\n",
                Exchange.sdp("127.0.0.1", "sendrecv").replace("RTP/AVP", "RTP/SAVP"));
        station.exchange.await("SIP/2.0 488");
        assertThat(station.watcher.seen).isEmpty();
    }

    @Test
    void hangingUpBeforeTheAckWaitsForItWithBye() throws InterruptedException {
        Call call = incoming("in1");
        station.telephony.answer(call.id());
        SipText ok = station.exchange.await("SIP/2.0 200");
        station.telephony.hangUp(call.id());
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
        station.ack(ok, "");
        station.exchange.await("BYE");
    }

    @Test
    void anAnswerIsRepeatedUntilItIsAcknowledged() throws InterruptedException {
        Call call = incoming("in1");
        station.telephony.answer(call.id());
        station.exchange.await("SIP/2.0 200");
        SipText repeated = station.exchange.await("SIP/2.0 200");
        station.ack(repeated, "");
        station.watcher.awaitState(CallState.Active.class);
    }

    @Test
    @Tag("long")
    void anAnswerThatIsNeverAcknowledgedEndsTheCallAfterHalfAMinute() throws InterruptedException {
        Call call = incoming("in1");
        station.telephony.answer(call.id());
        assertThat(station.watcher.awaitEnd(40).kind()).isEqualTo(Kind.NETWORK);
        station.exchange.await("BYE");
    }

    @Test
    void aSecondCallIsOfferedAndTakesTheVoice() throws InterruptedException {
        Call first = answered("in1");
        Watcher.until("first talks", () -> station.media.edges().contains("microphone > leg 1"));
        Call second = incoming("in2");
        Watcher.until(
                "call waiting", () -> station.media.edges().contains("ring of call " + second.id() + " > speaker"));
        station.telephony.answer(second.id());
        station.ack(station.exchange.await("SIP/2.0 200"), "");
        Call waiting = station.watcher.await("held", call -> call.id().equals(first.id()) && call.isHeldByUs());
        assertThat(waiting.held()).isNotNull();
        SipText hold = station.exchange.await("INVITE");
        assertThat(hold.header("Call-ID")).isEqualTo("in1");
        assertThat(hold.body()).contains("a=sendonly");
        station.exchange.reply(hold, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "recvonly"));
        Watcher.until(
                "second talks",
                () -> station.media.edges().containsAll(Set.of("microphone > leg 2", "leg 2 > speaker"))
                        && !station.media.edges().contains("microphone > leg 1"));
        station.telephony.resume(first.id());
        Watcher.until(
                "first again",
                () -> station.media.edges().containsAll(Set.of("microphone > leg 1", "leg 1 > speaker"))
                        && !station.media.edges().contains("microphone > leg 2"));
        station.watcher.await("held", call -> call.id().equals(second.id()) && call.isHeldByUs());
        assertThat(station.telephony.calls()).hasSize(2).allMatch(Call::isActive);
    }

    @Test
    void whoWaitsIsHeardQuietlyWhileSomebodyTalks() throws InterruptedException {
        Call first = incoming("in1");
        Call second = incoming("in2");
        String ring = "ring of call " + second.id();
        Watcher.until("loud", () -> station.media.edges().contains(ring + " > ringer"));
        station.telephony.answer(first.id());
        station.ack(station.exchange.await("SIP/2.0 200"), "");
        Watcher.until("quiet", () -> station.media.edges().contains(ring + " > speaker"));
        station.telephony.hangUp(first.id());
        Watcher.until("loud again", () -> station.media.edges().contains(ring + " > ringer"));
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS, 200", "MESSAGE, 405", "REFER, 603", "SUBSCRIBE, 405", "NOTIFY, 481", "FROBNICATE, 501"})
    void requestsOfOtherKindsAreAnswered(String method, int status) throws InterruptedException {
        station.outside(method, "other", "Event: x\r\nSubscription-State: active\r\nRefer-To: <sip:a@b>\r\n", "");
        station.exchange.expect("SIP/2.0 " + status);
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS, 200", "INFO, 200", "MESSAGE, 405", "UPDATE, 200", "NOTIFY, 489", "FROBNICATE, 501"})
    void requestsWithinACallAreAnswered(String method, int status) throws InterruptedException {
        Station.Up up = station.connected("200");
        station.inDialog(
                up.invite(), method, 1, station.farContact() + "\r\nEvent: x\r\nSubscription-State: active\r\n", "");
        station.exchange.expect("SIP/2.0 " + status);
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @Test
    void responsesGoWhereRequestsCameFrom() throws InterruptedException {
        String invite = station.outsideText("INVITE", "in1", "", "").text();
        station.exchange.send(invite.replace(";branch=", ";rport;branch="));
        assertThat(station.exchange.await("SIP/2.0 180").header("Via")).contains("rport=" + station.exchange.port());
    }

    @Test
    void requestsWithinACallAskForSymmetricResponses() throws InterruptedException {
        Station.Up up = station.connected("200");
        assertThat(up.invite().header("Via")).contains("rport");
        station.telephony.hangUp(up.call().id());
        assertThat(station.exchange.await("BYE").header("Via")).contains("rport");
    }

    @Test
    void aRequiredExtensionIsRefused() throws InterruptedException {
        station.outside("INVITE", "in1", "Require: 100rel, precondition\r\n", "");
        assertThat(station.exchange.await("SIP/2.0 420").header("Unsupported")).isEqualTo("precondition");
    }

    @Test
    void aCallForNobodyHereIsNotFound() throws InterruptedException {
        station.exchange.send(station.invite("in1")
                .text()
                .replace("INVITE sip:anna@", "INVITE sip:nobody@")
                .replace("Call-ID: in1", "Call-ID: in9")
                .replace("branch=z9hG4bKtest", "branch=z9hG4bKnobody"));
        station.exchange.await("SIP/2.0 404");
    }
}
