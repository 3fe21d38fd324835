/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls held by us, by the far side and by both. */
class HoldTest {

    private static final Set<String> VOICE = Set.of("microphone > leg 1", "leg 1 > speaker");

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private Call awaitState(boolean heldByUs, boolean heldByPeer) throws InterruptedException {
        CallState wanted = new CallState.Active(heldByUs, heldByPeer);
        return station.watcher.await(wanted.toString(), call -> call.state().equals(wanted));
    }

    private void accept(SipText invite, String direction) throws InterruptedException {
        station.exchange.reply(invite, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", direction));
        station.exchange.await("ACK");
    }

    private SipText awaitOffer(String direction) throws InterruptedException {
        SipText invite = station.exchange.await("INVITE");
        while (!invite.header("To").contains(";tag=")) {
            invite = station.exchange.await("INVITE");
        }
        station.exchange.reply(invite, 100, "Trying", "");
        assertThat(invite.body()).contains("a=" + direction + "\r\n");
        return invite;
    }

    /** A call that we hold and whose far side knows. */
    private Station.Up held() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        awaitState(true, false);
        accept(awaitOffer("sendonly"), "recvonly");
        return up;
    }

    private void theirOffer(Station.Up up, int sequence, String address, String direction) {
        station.inDialog(
                up.invite(),
                "INVITE",
                sequence,
                station.farContact() + "\r\nContent-Type: application/sdp\r\n",
                Exchange.sdp(address, direction));
    }

    @Test
    void holdIsSoHereAtOnceAndResumeToo() throws InterruptedException {
        Station.Up up = station.connected("200");
        Watcher.until("voice", () -> station.media.edges().equals(VOICE));
        station.telephony.hold(up.call().id());
        assertThat(awaitState(true, false).held()).isNotNull();
        SipText hold = awaitOffer("sendonly");
        assertThat(hold.header("Call-ID")).isEqualTo(up.invite().header("Call-ID"));
        assertThat(hold.header("CSeq")).isEqualTo("2 INVITE");
        assertThat(hold.header("To")).contains("tag=far");
        assertThat(hold.contact()).isEqualTo(up.invite().contact());
        Watcher.until("no voice", () -> VOICE.stream().noneMatch(station.media.edges()::contains));

        // The far side has said nothing yet.
        station.telephony.resume(up.call().id());
        assertThat(awaitState(false, false).held()).isNull();
        Watcher.until("voice again", () -> station.media.edges().equals(VOICE));
        accept(hold, "recvonly");
        SipText resume = awaitOffer("sendrecv");
        assertThat(resume.header("CSeq")).isEqualTo("3 INVITE");
        accept(resume, "sendrecv");
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls()).singleElement().matches(call -> !call.isHeldByUs());
    }

    @Test
    void whatTheFarSideSaysIsLetInBeforeItAgreesToTheResumption() throws InterruptedException {
        Station.Up up = held();
        Watcher.until(
                "one way",
                () -> station.media.legs.get(0).sessions.stream()
                        .anyMatch(session -> session.send() && !session.receive()));
        station.media.legs.get(0).sessions.clear();
        station.telephony.resume(up.call().id());
        assertThat(station.media.legs.get(0).sessions.take().receive()).isTrue();
        accept(awaitOffer("sendrecv"), "sendrecv");
    }

    @Test
    void holdPressedTwiceIsHoldOnce() throws InterruptedException {
        Station.Up up = held();
        station.telephony.hold(up.call().id());
        station.telephony.setMicrophoneOff(up.call().id(), true);
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls()).singleElement().matches(call -> !call.microphoneOff());
    }

    @Test
    void aMicrophoneThatWasOffStaysOffAfterAHold() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.setMicrophoneOff(up.call().id(), true);
        station.telephony.hold(up.call().id());
        accept(awaitOffer("sendonly"), "recvonly");
        station.telephony.resume(up.call().id());
        Watcher.until("heard only", () -> station.media.edges().equals(Set.of("leg 1 > speaker")));
        assertThat(station.telephony.calls()).singleElement().matches(Call::microphoneOff);
    }

    @Test
    void aHoldThatCrossedTheirsIsOfferedAgainAfterTheDelayOfWhoCalled() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        SipText hold = awaitOffer("sendonly");
        long refused = System.nanoTime();
        station.exchange.reply(hold, 491, "Request Pending", "");
        station.exchange.await("ACK");
        SipText again = awaitOffer("sendonly");
        assertThat(Duration.ofNanos(System.nanoTime() - refused))
                .isBetween(Duration.ofMillis(2_050), Duration.ofMillis(5_000));
        accept(again, "recvonly");
        assertThat(station.telephony.calls()).singleElement().matches(Call::isHeldByUs);
    }

    @Test
    void whatIsOfferedAfterTheDelayIsWhatIsWantedByThen() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        station.exchange.reply(awaitOffer("sendonly"), 491, "Request Pending", "");
        station.exchange.await("ACK");
        station.telephony.resume(up.call().id());
        awaitState(false, false);
        assertThat(station.exchange.isQuietFor(4_500)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"488, Not Acceptable Here", "603, Decline", "500, Server Internal Error", "415, Unsupported Media Type"
    })
    void aRefusedHoldIsAHoldHere(int status, String phrase) throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        station.exchange.reply(awaitOffer("sendonly"), status, phrase, "");
        station.exchange.await("ACK");
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls()).singleElement().matches(Call::isHeldByUs);
        station.telephony.resume(up.call().id());
        Watcher.until("voice again", () -> station.media.edges().equals(VOICE));
        assertThat(station.exchange.isQuietFor(300)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {481, 408})
    void aHoldThatFindsNoDialogEndsTheCall(int status) throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        station.exchange.reply(awaitOffer("sendonly"), status, "Gone", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.NETWORK);
    }

    @Test
    void anAnswerWithoutSoundIsARefusal() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        station.exchange.reply(
                awaitOffer("sendonly"),
                200,
                "OK",
                station.farContact(),
                Exchange.sdp("127.0.0.1", "recvonly").replace("m=audio 50000", "m=audio 0"));
        station.exchange.await("ACK");
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls()).singleElement().matches(Call::isHeldByUs);
    }

    @Test
    void aChallengeIsAnsweredAndItsCredentialsGoWithTheAck() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        station.exchange.reply(
                awaitOffer("sendonly"),
                407,
                "Proxy Authentication Required",
                "Proxy-Authenticate: Digest realm=\"example.test\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"");
        station.exchange.await("ACK");
        SipText again = awaitOffer("sendonly");
        assertThat(again.header("Proxy-Authorization")).contains("nonce=\"n1\"");
        assertThat(again.header("CSeq")).isEqualTo("3 INVITE");
        station.exchange.reply(again, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "recvonly"));
        assertThat(station.exchange.await("ACK").header("Proxy-Authorization")).contains("nonce=\"n1\"");
    }

    @Test
    void theirOfferWhileOursIsOpenIsPending() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        SipText hold = awaitOffer("sendonly");
        theirOffer(up, 1, "127.0.0.1", "sendonly");
        SipText crossed = station.exchange.await("SIP/2.0 491");
        station.inDialog(up.invite(), "ACK", 1, "", "");
        assertThat(crossed.header("CSeq")).isEqualTo("1 INVITE");
        accept(hold, "recvonly");
        theirOffer(up, 2, "127.0.0.1", "inactive");
        assertThat(station.exchange.await("SIP/2.0 200").body()).contains("a=inactive");
        awaitState(true, true);
    }

    @Test
    void oursWaitsForTheEndOfTheirs() throws InterruptedException {
        Station.Up up = station.connected("200");
        theirOffer(up, 1, "127.0.0.1", "sendonly");
        station.exchange.await("SIP/2.0 200");
        awaitState(false, true);
        station.telephony.hold(up.call().id());
        awaitState(true, true);
        assertThat(station.exchange.isQuietFor(200)).isTrue();
        station.inDialog(up.invite(), "ACK", 1, "", "");
        accept(awaitOffer("inactive"), "inactive");
    }

    @Test
    void theirAnsweredOfferTellsOfOurHoldToo() throws InterruptedException {
        Station.Up up = held();
        theirOffer(up, 1, "127.0.0.1", "sendrecv");
        assertThat(station.exchange.await("SIP/2.0 200").body()).contains("a=sendonly");
        station.inDialog(up.invite(), "ACK", 1, "", "");
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls()).singleElement().matches(Call::isHeldByUs);
    }

    @Test
    void anInviteWithoutOfferIsOfferedTheHold() throws InterruptedException {
        Station.Up up = held();
        station.inDialog(up.invite(), "INVITE", 1, station.farContact() + "\r\n", "");
        assertThat(station.exchange.await("SIP/2.0 200").body()).contains("a=sendonly");
        station.inDialog(
                up.invite(), "ACK", 1, "Content-Type: application/sdp\r\n", Exchange.sdp("127.0.0.1", "recvonly"));
        assertThat(station.exchange.isQuietFor(300)).isTrue();
    }

    @Test
    void weHoldFirstAndResumeFirst() throws InterruptedException {
        Station.Up up = held();
        theirOffer(up, 1, "127.0.0.1", "inactive");
        assertThat(station.exchange.await("SIP/2.0 200").body()).contains("a=inactive");
        station.inDialog(up.invite(), "ACK", 1, "", "");
        awaitState(true, true);
        station.telephony.resume(up.call().id());
        accept(awaitOffer("sendrecv"), "sendonly");
        awaitState(false, true);
        theirOffer(up, 2, "127.0.0.1", "sendrecv");
        assertThat(station.exchange.await("SIP/2.0 200").body()).contains("a=sendrecv");
        awaitState(false, false);
    }

    @Test
    void theyHoldFirstAndResumeFirst() throws InterruptedException {
        Station.Up up = station.connected("200");
        theirOffer(up, 1, "0.0.0.0", "sendrecv");
        station.exchange.await("SIP/2.0 200");
        station.inDialog(up.invite(), "ACK", 1, "", "");
        awaitState(false, true);
        station.telephony.hold(up.call().id());
        accept(awaitOffer("inactive"), "inactive");
        awaitState(true, true);
        theirOffer(up, 2, "127.0.0.1", "sendrecv");
        assertThat(station.exchange.await("SIP/2.0 200").body()).contains("a=sendonly");
        station.inDialog(up.invite(), "ACK", 2, "", "");
        awaitState(true, false);
        station.telephony.resume(up.call().id());
        accept(awaitOffer("sendrecv"), "sendrecv");
        awaitState(false, false);
    }

    @Test
    void aFarSideThatWantsNoMusicHoldsNobody() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        accept(awaitOffer("sendonly"), "inactive");
        assertThat(station.exchange.isQuietFor(200)).isTrue();
        assertThat(station.telephony.calls())
                .singleElement()
                .extracting(Call::state)
                .isEqualTo(new CallState.Active(true, false));
    }

    @Test
    void aHoldBeforeTheAckWaitsForIt() throws InterruptedException {
        station.invite("in1");
        Call call = station.watcher.awaitState(CallState.Incoming.class);
        station.telephony.answer(call.id());
        SipText ok = station.exchange.await("SIP/2.0 200");
        station.telephony.hold(call.id());
        awaitState(true, false);
        assertThat(station.exchange.hears("INVITE", 200)).isFalse();
        station.ack(ok, "");
        accept(awaitOffer("sendonly"), "recvonly");
    }

    @Test
    void hangingUpDoesNotWaitForTheHoldAndItsLateAnswerIsAcknowledged() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        SipText hold = awaitOffer("sendonly");
        station.telephony.hangUp(up.call().id());
        SipText bye = station.exchange.await("BYE");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
        station.exchange.reply(hold, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "recvonly"));
        station.exchange.await("ACK");
        station.exchange.reply(bye, 200, "OK", "");
        assertThat(station.telephony.calls()).isEmpty();
    }

    @Test
    void aByeThatCrossesTheHoldEndsTheCall() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.telephony.hold(up.call().id());
        SipText hold = awaitOffer("sendonly");
        station.inDialog(up.invite(), "BYE", 1, "", "");
        station.exchange.await("SIP/2.0 200");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
        station.exchange.reply(hold, 487, "Request Terminated", "");
        assertThat(station.exchange.hears("BYE", 300)).isFalse();
        assertThat(station.watcher.seen).filteredOn(Call::isEnded).hasSize(1);
    }
}
