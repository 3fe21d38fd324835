/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.centralino.media.RtpSession;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that the operator makes. */
class OutgoingCallTest {

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void aCallIsAnsweredAndHungUp() throws InterruptedException {
        SipText invite = station.dial("02 1234-567");
        assertThat(invite.startLine()).isEqualTo("INVITE sip:021234567@example.test SIP/2.0");
        assertThat(invite.header("From")).contains("\"Anna\" <sip:anna@example.test>");
        assertThat(invite.body()).contains("opus/48000/2", "telephone-event/8000", "a=sendrecv");
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        station.answer(invite);
        Call call = station.watcher.awaitState(CallState.Active.class);
        RtpSession session = station.media.legs.get(0).sessions.take();
        assertThat(session.codec()).isEqualTo(FakeMedia.PCMA);
        assertThat(session.remote().getPort()).isEqualTo(50_000);
        Watcher.until(
                "both ways", () -> station.media.edges().containsAll(List.of("microphone > leg 1", "leg 1 > speaker")));
        assertThat(station.telephony.calls()).hasSize(1);
        assertThat(call.codec()).isEqualTo("PCMA");
        assertThat(call.answered()).isNotNull();
        assertThat(call.remote().number()).isEqualTo("021234567");

        station.telephony.hangUp(call.id());
        station.exchange.reply(station.exchange.expect("BYE"), 200, "OK", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
        assertThat(station.telephony.calls()).isEmpty();
        Watcher.until(
                "ports freed",
                () -> station.media.legs.get(0).closed && station.media.edges().isEmpty());
    }

    @Test
    void theFarSideHangsUp() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.inDialog(up.invite(), "BYE", 1, "", "");
        station.exchange.expect("SIP/2.0 200");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
    }

    @Test
    void ringingIsHeardAsRingbackUntilTheAnswer() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        Call call = station.watcher.awaitState(CallState.Ringing.class);
        assertThat(call.state()).isEqualTo(new CallState.Ringing(false));
        String ringback = "ringback of call " + call.id() + " > speaker";
        Watcher.until("ringback", () -> station.media.edges().contains(ringback));
        station.answer(invite);
        Watcher.until("no ringback", () -> !station.media.edges().contains(ringback));
    }

    @Test
    void earlyMediaIsHeardAndReplacesTheRingback() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(
                invite, 183, "Session Progress", station.farContact(), Exchange.sdp("127.0.0.1", "sendrecv"));
        Call call = station.watcher.awaitState(CallState.Ringing.class);
        assertThat(call.state()).isEqualTo(new CallState.Ringing(true));
        assertThat(station.media.legs.get(0).sessions.take().codec()).isEqualTo(FakeMedia.PCMA);
        Watcher.until("far side heard", () -> station.media.edges().equals(java.util.Set.of("leg 1 > speaker")));
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        station.answer(invite);
        station.watcher.awaitState(CallState.Active.class);
        assertThat(station.media.legs.get(0).sessions).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "486, BUSY",
        "600, BUSY",
        "603, REJECTED",
        "404, NOT_FOUND",
        "484, NOT_FOUND",
        "604, NOT_FOUND",
        "408, NO_ANSWER",
        "480, NO_ANSWER",
        "488, NOT_ACCEPTABLE",
        "606, NOT_ACCEPTABLE",
        "403, NOT_ALLOWED",
        "500, NETWORK",
        "503, NETWORK",
        "420, FAILED"
    })
    void aRefusalIsToldByItsKind(int status, Kind kind) throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(invite, status, "Because", "");
        station.exchange.expect("ACK");
        assertThat(station.watcher.awaitEnd()).isEqualTo(new EndReason(kind, status, "Because"));
        Watcher.until("ports freed", () -> station.media.legs.get(0).closed);
    }

    @Test
    void aBusyFarSideIsHeardAsBusyTone() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(invite, 486, "Busy Here", "");
        station.watcher.awaitEnd();
        String id = station.dialled();
        Watcher.until("busy tone", () -> station.media.edges().contains("busy of call " + id + " > speaker"));
    }

    @Test
    void aNetworkThatDoesNotGetThereIsHeardAsCongestion() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(invite, 503, "Service Unavailable", "");
        station.watcher.awaitEnd();
        String id = station.dialled();
        Watcher.until("congestion", () -> station.media.edges().contains("congestion of call " + id + " > speaker"));
    }

    @Test
    void earlyMediaThatIsOnlyPromisedLeavesTheRingback() throws InterruptedException {
        SipText invite = station.dial("200");
        Watcher.until("a leg", () -> !station.media.legs.isEmpty());
        station.media.legs.get(0).received = 0;
        station.exchange.reply(
                invite, 183, "Session Progress", station.farContact(), Exchange.sdp("127.0.0.1", "sendrecv"));
        Call call = station.watcher.awaitState(CallState.Ringing.class);
        String ringback = "ringback of call " + call.id() + " > speaker";
        Watcher.until("ringback", () -> station.media.edges().contains(ringback));
        station.media.legs.get(0).received = 1;
        Watcher.until("no ringback", () -> !station.media.edges().contains(ringback));
    }

    @Test
    void aChallengeIsAnsweredWithTheStrongestAlgorithm() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(
                invite,
                407,
                "Proxy Authentication Required",
                "Proxy-Authenticate: Digest realm=\"example.test\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"\r\n"
                        + "Proxy-Authenticate: Digest realm=\"example.test\", nonce=\"n2\", algorithm=SHA-256, qop=\"auth\"");
        station.exchange.expect("ACK");
        SipText again = station.exchange.expect("INVITE");
        assertThat(again.headers("Proxy-Authorization"))
                .singleElement()
                .asString()
                .contains(
                        "username=\"anna\"",
                        "algorithm=SHA-256",
                        "nonce=\"n2\"",
                        "nc=00000001",
                        "qop=auth",
                        "uri=\"sip:200@example.test\"");
        assertThat(again.header("CSeq")).isEqualTo("2 INVITE");
        assertThat(again.header("Call-ID")).isEqualTo(invite.header("Call-ID"));
        station.answer(again);
        station.watcher.awaitState(CallState.Active.class);
        station.telephony.hangUp(station.dialled());
        SipText bye = station.exchange.await("BYE");
        station.exchange.reply(
                bye,
                407,
                "Proxy Authentication Required",
                "Proxy-Authenticate: Digest realm=\"example.test\", nonce=\"n3\", algorithm=SHA-256, qop=\"auth\"");
        assertThat(station.exchange.expect("BYE").header("Proxy-Authorization")).contains("nonce=\"n3\"");
    }

    @Test
    void aRefusedPasswordIsNotTriedForEver() throws InterruptedException {
        SipText invite = station.dial("200");
        for (int i = 1; i <= 2; i++) {
            station.exchange.reply(
                    invite,
                    401,
                    "Unauthorized",
                    "WWW-Authenticate: Digest realm=\"example.test\", nonce=\"n" + i + "\", qop=\"auth\"");
            station.exchange.expect("ACK");
            if (i == 1) {
                invite = station.exchange.expect("INVITE");
            }
        }
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void aRedirectionIsFollowedButNotInCircles() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(invite, 302, "Moved Temporarily", "Contact: <sip:201@example.test>");
        station.exchange.expect("ACK");
        SipText again = station.exchange.expect("INVITE");
        assertThat(again.startLine()).isEqualTo("INVITE sip:201@example.test SIP/2.0");
        assertThat(again.header("To")).contains("sip:200@example.test");
        station.exchange.reply(
                again, 302, "Moved Temporarily", "Contact: <sip:200@example.test>, <sip:201@example.test>, <tel:5>");
        station.exchange.expect("ACK");
        assertThat(station.watcher.awaitEnd()).isEqualTo(new EndReason(Kind.FAILED, 302, "Moved Temporarily"));
        assertThat(station.exchange.isQuietFor(200)).isTrue();
    }

    @Test
    void givingUpSendsCancelAfterTheFirstProvisionalResponse() throws InterruptedException {
        SipText invite = station.dial("200");
        station.telephony.hangUp(station.dialled());
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.CANCELLED);
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        SipText cancel = station.exchange.await("CANCEL");
        assertThat(cancel.header("CSeq")).isEqualTo("1 CANCEL");
        assertThat(cancel.header("Via")).isEqualTo(invite.header("Via"));
        station.exchange.reply(cancel, 200, "OK", "");
        station.exchange.reply(invite, 487, "Request Terminated", "");
        station.exchange.await("ACK");
        assertThat(station.watcher.seen).filteredOn(Call::isEnded).hasSize(1);
    }

    @Test
    void anAnswerThatCrossesTheCancelIsAcknowledgedAndEnded() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        station.watcher.awaitState(CallState.Ringing.class);
        station.telephony.hangUp(station.dialled());
        SipText cancel = station.exchange.expect("CANCEL");
        station.exchange.reply(invite, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "sendrecv"));
        station.exchange.reply(cancel, 481, "Call/Transaction Does Not Exist", "");
        station.exchange.expect("ACK");
        station.exchange.reply(station.exchange.expect("BYE"), 200, "OK", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(station.watcher.seen).noneMatch(Call::isActive);
    }

    @Test
    void aRepeatedAnswerIsAcknowledgedAgain() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.exchange.reply(up.invite(), 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "sendrecv"));
        station.exchange.expect("ACK");
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @Test
    void branchesOfAForkRingAndTheFirstToAnswerHasTheCall() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        String other = invite.response(
                        183, "Session Progress", station.farContact(), Exchange.sdp("127.0.0.1", "sendrecv"))
                .replace(";tag=far", ";tag=other");
        station.exchange.send(other);
        station.watcher.await("heard", call -> call.state().equals(new CallState.Ringing(true)));
        station.answer(invite);
        station.watcher.awaitState(CallState.Active.class);
        station.exchange.send(other.replace("183 Session Progress", "200 OK"));
        SipText bye = station.exchange.await("BYE");
        assertThat(bye.header("To")).contains("tag=other");
        station.exchange.reply(bye, 200, "OK", "");
        assertThat(station.telephony.calls()).singleElement().matches(Call::isActive);
    }

    @Test
    void anAnswerWithNothingInCommonIsEnded() throws InterruptedException {
        SipText invite = station.dial("200");
        station.exchange.reply(
                invite,
                200,
                "OK",
                station.farContact(),
                Exchange.sdp("127.0.0.1", "sendrecv").replace("m=audio 50000", "m=audio 0"));
        station.exchange.expect("ACK");
        station.exchange.expect("BYE");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.NOT_ACCEPTABLE);
    }

    @Test
    void holdByTheFarSideIsShownAndAnswered() throws InterruptedException {
        Station.Up up = station.connected("200");
        String type = station.farContact() + "\r\nContent-Type: application/sdp\r\n";
        station.inDialog(up.invite(), "INVITE", 1, type, Exchange.sdp("127.0.0.1", "sendonly"));
        assertThat(station.exchange.await("SIP/2.0 200").body()).contains("a=recvonly");
        assertThat(station.watcher.awaitState(CallState.Active.class).state())
                .isEqualTo(new CallState.Active(false, true));
        station.inDialog(up.invite(), "ACK", 1, "", "");
        station.inDialog(up.invite(), "INVITE", 2, type, Exchange.sdp("127.0.0.1", "sendrecv"));
        assertThat(station.exchange.await("SIP/2.0 200").body()).contains("a=sendrecv");
        assertThat(station.watcher.awaitState(CallState.Active.class).state())
                .isEqualTo(new CallState.Active(false, false));
        station.inDialog(up.invite(), "ACK", 2, "", "");
        station.inDialog(up.invite(), "INVITE", 3, type, Exchange.sdp("0.0.0.0", "sendrecv"));
        assertThat(station.watcher.awaitState(CallState.Active.class).state())
                .isEqualTo(new CallState.Active(false, true));
    }

    @Test
    void aNewOfferThatCannotBeMetLeavesTheCallAsItWas() throws InterruptedException {
        Station.Up up = station.connected("200");
        String type = station.farContact() + "\r\nContent-Type: application/sdp\r\n";
        station.inDialog(
                up.invite(),
                "INVITE",
                1,
                type,
                Exchange.sdp("127.0.0.1", "sendrecv")
                        .replace("RTP/AVP 8", "RTP/AVP 99")
                        .replace("rtpmap:8 PCMA", "rtpmap:99 X"));
        station.exchange.await("SIP/2.0 488");
        assertThat(station.telephony.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.isActive()).isTrue());
    }

    @Test
    void keypadTonesGoAsEvents() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.startTone(up.call().id(), '5');
        station.telephony.stopTone(up.call().id());
        assertThat(station.media.legs.get(0).tones.take()).isEqualTo("start 5");
        assertThat(station.media.legs.get(0).tones.take()).isEqualTo("stop");
        assertThatThrownBy(() -> station.telephony.startTone(up.call().id(), 'x'))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMicrophoneIsTakenAndGivenBack() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.setMicrophoneOff(up.call().id(), true);
        assertThat(station.watcher.await("muted", Call::microphoneOff).isActive())
                .isTrue();
        Watcher.until("heard only", () -> station.media.edges().equals(java.util.Set.of("leg 1 > speaker")));
        station.telephony.setMicrophoneOff(up.call().id(), false);
        station.watcher.await("not muted", call -> !call.microphoneOff());
        Watcher.until("both ways", () -> station.media.edges().contains("microphone > leg 1"));
    }

    @Test
    void withoutPortsForSoundTheCallFailsAtOnce() throws InterruptedException {
        station.media.breakDown();
        station.telephony.dial("200");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.FAILED);
        assertThat(station.exchange.isQuietFor(200)).isTrue();
    }

    @Test
    void whatCannotBeDialledIsRefusedAtOnce() {
        assertThatThrownBy(() -> station.telephony.dial("@@")).isInstanceOf(IllegalArgumentException.class);
    }
}
