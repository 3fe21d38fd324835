/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One voice, whatever the number of calls. */
class SeveralCallsTest {

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private Call call(String id) {
        return station.telephony.calls().stream()
                .filter(call -> call.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private void awaitVoice(int leg) {
        Set<String> own = Set.of("microphone > leg " + leg, "leg " + leg + " > speaker");
        Watcher.until(
                "voice of leg " + leg,
                () -> station.media.edges().containsAll(own)
                        && station.media.edges().stream()
                                        .filter(edge -> edge.startsWith("microphone") || edge.endsWith("speaker"))
                                        .filter(edge -> !edge.startsWith("ringback"))
                                        .count()
                                == 2);
    }

    /** Answers our offer in a call that is up. */
    private void acceptOffer(String direction) throws InterruptedException {
        SipText invite = station.exchange.await("INVITE");
        assertThat(invite.header("To")).contains(";tag=");
        station.exchange.reply(invite, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", direction));
        station.exchange.await("ACK");
    }

    private SipText dialled(String number) throws InterruptedException {
        station.telephony.dial(number);
        SipText invite = station.exchange.await("INVITE");
        while (!invite.startLine().contains("sip:" + number + "@")) {
            if (invite.header("To").contains(";tag=")) {
                station.exchange.reply(invite, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "recvonly"));
            }
            invite = station.exchange.await("INVITE");
        }
        return invite;
    }

    private void awaitHeld(Call call, boolean held) {
        Watcher.until("held: " + held, () -> call(call.id()).isHeldByUs() == held);
    }

    private Call dialledAndAnswered(String number) throws InterruptedException {
        SipText invite = dialled(number);
        station.answer(invite);
        return station.watcher.await(
                number, call -> call.isActive() && call.remote().number().equals(number));
    }

    @Test
    void diallingHoldsWhoHadTheVoiceAtOnce() throws InterruptedException {
        Call first = dialledAndAnswered("201");
        awaitVoice(1);
        SipText second = dialled("202");
        awaitHeld(first, true);
        station.exchange.reply(second, 486, "Busy Here", "");
        station.watcher.awaitEnd();
        // Nobody is taken back without being asked for.
        awaitHeld(first, true);
        station.telephony.resume(first.id());
        awaitVoice(1);
    }

    @Test
    void resumingHoldsTheOther() throws InterruptedException {
        Call first = dialledAndAnswered("201");
        Call second = dialledAndAnswered("202");
        awaitVoice(2);
        station.telephony.resume(first.id());
        awaitVoice(1);
        acceptOffer("sendrecv");
        awaitHeld(second, true);
        awaitHeld(first, false);
        assertThat(station.telephony.calls()).hasSize(2);
    }

    @Test
    void whoIsHeldStaysHeldWhenTheTalkEnds() throws InterruptedException {
        Call first = dialledAndAnswered("201");
        Call second = dialledAndAnswered("202");
        awaitVoice(2);
        station.telephony.hangUp(second.id());
        station.watcher.awaitEnd();
        awaitHeld(first, true);
        Watcher.until(
                "no voice", () -> station.media.edges().stream().noneMatch(edge -> edge.startsWith("microphone")));
    }

    @Test
    void anAnswerThatComesWhileWeTalkToSomebodyElseWaitsOnHold() throws InterruptedException {
        SipText slow = dialled("201");
        String id = station.telephony.calls().get(0).id();
        station.exchange.reply(slow, 180, "Ringing", station.farContact());
        station.watcher.awaitState(CallState.Ringing.class);
        station.invite("in1");
        Call incoming = station.watcher.awaitState(CallState.Incoming.class);
        station.telephony.answer(incoming.id());
        station.ack(station.exchange.await("SIP/2.0 200"), "");
        awaitVoice(2);
        station.answer(slow);
        station.watcher.await("held", call -> call.id().equals(id) && call.isHeldByUs());
        awaitVoice(2);
        assertThat(station.telephony.calls()).hasSize(2).allMatch(Call::isActive);
    }

    @Test
    void manyCallsAreHeldAndOneTalks() throws InterruptedException {
        List<String> numbers = List.of("201", "202", "203", "204", "205");
        for (String number : numbers) {
            dialledAndAnswered(number);
        }
        awaitVoice(5);
        assertThat(station.telephony.calls()).hasSize(5).allMatch(Call::isActive);
        assertThat(station.telephony.calls()).filteredOn(Call::isHeldByUs).hasSize(4);
    }

    @Test
    void whatAnAccountAllowsIsKnownOfItsCalls() throws InterruptedException {
        Call call = dialledAndAnswered("201");
        assertThat(station.telephony.canPark(call.id())).isFalse();
        assertThat(station.telephony.masksDigits(call.id())).isFalse();
        assertThat(station.telephony.canPark("no such call")).isFalse();
    }
}
