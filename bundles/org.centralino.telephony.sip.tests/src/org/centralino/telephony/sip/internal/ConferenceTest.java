/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several calls that hear each other, as edges of the sound graph and as what far sides are told. */
class ConferenceTest {

    private static final long QUIET_MS = 300;

    private final Station station = new Station();
    private final ConferenceCommands conference = new ConferenceCommands(station.telephony);

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

    private static boolean isMember(Call call) {
        return call.isActive() && call.conference() != null;
    }

    private static Call.Membership membership(Call call) {
        return Objects.requireNonNull(call.conference());
    }

    /** The edges between legs, and those of the microphone and the speaker, are these. */
    private void awaitJoined(String... edges) {
        Set<String> wanted = Set.of(edges);
        Watcher.until("joined are " + wanted + ", not " + joined(), () -> joined().equals(wanted));
    }

    /** What a call is said to be may come a moment after its sound. */
    private void awaitCall(String id, String what, Predicate<Call> is) {
        Watcher.until(id + " is " + what, () -> is.test(call(id)));
    }

    private Set<String> joined() {
        Set<String> joined = new HashSet<>();
        for (String edge : station.media.edges()) {
            if (edge.matches("(leg .|microphone|music of .*) > (leg .|speaker)")) {
                joined.add(edge.startsWith("music") ? "music" + edge.substring(edge.indexOf(" >")) : edge);
            }
        }
        return joined;
    }

    private String[] everybody(int legs) {
        Set<String> edges = new HashSet<>();
        for (int leg = 1; leg <= legs; leg++) {
            edges.add("microphone > leg " + leg);
            edges.add("leg " + leg + " > speaker");
            for (int other = 1; other <= legs; other++) {
                if (other != leg) {
                    edges.add("leg " + leg + " > leg " + other);
                }
            }
        }
        return edges.toArray(new String[0]);
    }

    private Station.Up connected(String number) throws InterruptedException {
        SipText invite = station.dial(number);
        station.answer(invite);
        Call call = station.watcher.await(
                number, now -> now.isActive() && now.remote().number().equals(number));
        return new Station.Up(invite, call);
    }

    private Station.Up first() throws InterruptedException {
        Station.Up up = connected("201");
        conference.join(up.call().id());
        station.watcher.await("the first member", ConferenceTest::isMember);
        return up;
    }

    private Station.Up invited(String number) throws InterruptedException {
        String id = conference.invite(number);
        SipText invite = station.exchange.expect("INVITE");
        station.answer(invite);
        Call call =
                station.watcher.await(number + " is a member", now -> now.id().equals(id) && isMember(now));
        return new Station.Up(invite, call);
    }

    /** Takes our next offers within calls, so many of them, and agrees with each. */
    private void offers(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            SipText invite = station.exchange.await("INVITE");
            String theirs = invite.body().contains("a=sendonly") ? "recvonly" : "sendrecv";
            station.exchange.reply(invite, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", theirs));
        }
    }

    /** Takes our next offers within calls, so many of them, all in one direction. */
    private void offers(int count, String direction) throws InterruptedException {
        List<SipText> invites = new ArrayList<>();
        while (invites.size() < count) {
            invites.add(station.exchange.await("INVITE"));
        }
        String theirs = direction.equals("sendonly") ? "recvonly" : "sendrecv";
        for (SipText invite : invites) {
            assertThat(invite.body()).contains("a=" + direction);
            station.exchange.reply(invite, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", theirs));
        }
    }

    @Test
    void everyoneHearsAllOthersAndNotItselfAndNothingIsSignalled() throws InterruptedException {
        first();
        awaitJoined(everybody(1));
        invited("202");
        awaitJoined(everybody(2));
        invited("203");
        awaitJoined(everybody(3));
        assertThat(station.exchange.isQuietFor(QUIET_MS)).isTrue();
        assertThat(station.telephony.calls()).hasSize(3).noneMatch(Call::isHeldByUs);
    }

    @Test
    void membersGoOnTalkingWhileOneIsInvitedAndNotAnswered() throws InterruptedException {
        first();
        invited("202");
        String id = conference.invite("203");
        SipText invite = station.exchange.expect("INVITE");
        awaitCall(id, "in a conference", now -> now.conference() != null);
        awaitJoined(everybody(2));
        station.exchange.reply(invite, 486, "Busy Here", "");
        station.watcher.await("busy", call -> call.id().equals(id) && call.isEnded());
        awaitJoined(everybody(2));
        assertThat(station.telephony.calls()).hasSize(2).allMatch(ConferenceTest::isMember);
    }

    @Test
    void whoDialsStepsAwayAndTheMembersHearEachOtherOn() throws InterruptedException {
        Station.Up anna = first();
        invited("202");
        SipText other = station.dial("209");
        awaitJoined("leg 1 > leg 2", "leg 2 > leg 1");
        station.answer(other);
        awaitJoined("leg 1 > leg 2", "leg 2 > leg 1", "microphone > leg 3", "leg 3 > speaker");
        assertThat(membership(call(anna.call().id())).away()).isTrue();
        awaitCall(anna.call().id(), "not held", now -> !now.isHeldByUs());

        conference.stepBack();
        offers(1, "sendonly");
        awaitJoined(with(everybody(2), "music > leg 3"));
    }

    private static String[] with(String[] edges, String... more) {
        Set<String> all = new HashSet<>(Set.of(edges));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @Test
    void theHoldButtonOfAMemberIsToStepAwayAndBack() throws InterruptedException {
        Station.Up anna = first();
        Station.Up bruno = invited("202");
        station.telephony.hold(anna.call().id());
        awaitJoined("leg 1 > leg 2", "leg 2 > leg 1");
        station.telephony.resume(bruno.call().id());
        awaitJoined(everybody(2));
        assertThat(station.exchange.isQuietFor(QUIET_MS)).isTrue();
    }

    @Test
    void aHeldCallThatJoinsIsResumed() throws InterruptedException {
        Station.Up held = connected("201");
        station.telephony.hold(held.call().id());
        offers(1, "sendonly");
        station.exchange.await("ACK");
        Station.Up second = connected("202");
        conference.join(second.call().id());
        conference.join(held.call().id());
        offers(1, "sendrecv");
        awaitJoined(everybody(2));
        assertThat(station.telephony.calls()).allMatch(ConferenceTest::isMember);
    }

    @Test
    void aMemberThatHoldsUsHearsNothingLessAndIsNotHeardWithItsMusic() throws InterruptedException {
        Station.Up anna = first();
        invited("202");
        invited("203");
        station.inDialog(
                anna.invite(),
                "INVITE",
                77,
                station.farContact() + "\r\nContent-Type: application/sdp\r\n",
                Exchange.sdp("127.0.0.1", "sendonly"));
        station.exchange.await("SIP/2.0 200");
        Set<String> rest = new HashSet<>(Set.of(everybody(3)));
        rest.removeIf(edge -> edge.startsWith("leg 1 >"));
        awaitJoined(rest.toArray(new String[0]));
        station.inDialog(anna.invite(), "ACK", 77, "", "");
        station.inDialog(
                anna.invite(),
                "INVITE",
                78,
                station.farContact() + "\r\nContent-Type: application/sdp\r\n",
                Exchange.sdp("127.0.0.1", "sendrecv"));
        station.exchange.await("SIP/2.0 200");
        awaitJoined(everybody(3));
    }

    @Test
    void theLastMemberLeftIsAnOrdinaryCallWithTheVoice() throws InterruptedException {
        first();
        Station.Up bruno = invited("202");
        invited("203");
        station.inDialog(bruno.invite(), "BYE", 77, "", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
        awaitJoined(
                "microphone > leg 1",
                "leg 1 > speaker",
                "microphone > leg 3",
                "leg 3 > speaker",
                "leg 1 > leg 3",
                "leg 3 > leg 1");
        String last = station.telephony.calls().get(1).id();
        station.telephony.hangUp(station.telephony.calls().get(0).id());
        station.watcher.awaitEnd();
        awaitJoined("microphone > leg 3", "leg 3 > speaker");
        awaitCall(last, "in no conference", now -> now.conference() == null);
        station.telephony.hold(last);
        awaitJoined("music > leg 3");
    }

    @Test
    void theLastOneLeftWhileWeAreAwayIsHeld() throws InterruptedException {
        Station.Up anna = first();
        Station.Up bruno = invited("202");
        conference.stepAway();
        station.inDialog(bruno.invite(), "BYE", 77, "", "");
        offers(1, "sendonly");
        awaitJoined("music > leg 1");
        awaitCall(anna.call().id(), "held", Call::isHeldByUs);
        awaitCall(anna.call().id(), "in no conference", now -> now.conference() == null);
    }

    @Test
    void whoIsAloneInAConferenceIsHeldAsAnyWhenWeStepAway() throws InterruptedException {
        Station.Up anna = first();
        conference.stepAway();
        offers(1, "sendonly");
        awaitJoined("music > leg 1");
        awaitCall(anna.call().id(), "in no conference", now -> now.conference() == null);
    }

    @Test
    void aloneAndAwayMusicIsHeardUntilWhoIsInvitedComes() throws InterruptedException {
        first();
        conference.invite("202");
        SipText invite = station.exchange.expect("INVITE");
        conference.stepAway();
        awaitJoined("music > leg 1");
        station.answer(invite);
        awaitJoined("leg 1 > leg 2", "leg 2 > leg 1");
        conference.stepBack();
        awaitJoined(everybody(2));
        assertThat(station.exchange.isQuietFor(QUIET_MS)).isTrue();
    }

    @Test
    void whoIsSeparatedIsHeldAndHearsNobody() throws InterruptedException {
        first();
        Station.Up bruno = invited("202");
        invited("203");
        conference.separate(bruno.call().id());
        offers(1, "sendonly");
        awaitJoined(
                "microphone > leg 1",
                "leg 1 > speaker",
                "microphone > leg 3",
                "leg 3 > speaker",
                "leg 1 > leg 3",
                "leg 3 > leg 1",
                "music > leg 2");
        awaitCall(bruno.call().id(), "in no conference", now -> now.conference() == null);
    }

    @Test
    void nobodyHearsWhoIsSilencedWhoHearsEverybody() throws InterruptedException {
        Station.Up anna = first();
        invited("202");
        conference.setSilenced(anna.call().id(), true);
        awaitJoined("microphone > leg 1", "microphone > leg 2", "leg 2 > speaker", "leg 2 > leg 1");
        assertThat(membership(call(anna.call().id())).silenced()).isTrue();
        conference.setSilenced(anna.call().id(), false);
        awaitJoined(everybody(2));
    }

    @Test
    void theMicrophoneIsOffForAllAndForWhoeverComes() throws InterruptedException {
        Station.Up anna = first();
        invited("202");
        station.telephony.setMicrophoneOff(anna.call().id(), true);
        Station.Up carla = invited("203");
        Watcher.until(
                "the microphone is off", () -> joined().stream().noneMatch(edge -> edge.startsWith("microphone")));
        assertThat(station.telephony.calls()).allMatch(Call::microphoneOff);
        station.telephony.setMicrophoneOff(carla.call().id(), false);
        awaitJoined(everybody(3));
    }

    @Test
    void whoAnswersAnotherCallStepsAwayAndComesBackAfterIt() throws InterruptedException {
        first();
        invited("202");
        station.invite("in1");
        Call incoming = station.watcher.await("incoming", call -> !call.outgoing());
        station.telephony.answer(incoming.id());
        station.ack(station.exchange.await("SIP/2.0 200"), "");
        awaitJoined("leg 1 > leg 2", "leg 2 > leg 1", "microphone > leg 3", "leg 3 > speaker");
        station.telephony.hangUp(incoming.id());
        station.watcher.awaitEnd();
        awaitJoined("leg 1 > leg 2", "leg 2 > leg 1");
        conference.stepBack();
        awaitJoined(everybody(2));
    }

    @Test
    void twoAreLeftToEachOtherByATransfer() throws InterruptedException {
        first();
        assertThat(conference.canLeave()).isFalse();
        invited("202");
        Watcher.until("two can be left", conference::canLeave);
        conference.leave();
        offers(2, "sendonly");
        SipText refer = station.exchange.await("REFER");
        assertThat(refer.header("Refer-To")).contains("Replaces=");
        assertThat(conference.canLeave()).isFalse();
    }

    @Test
    void allAreSentToTheExchangesRoomWhenItAnswers() throws InterruptedException {
        assertThat(conference.hasRoom()).isFalse();
        Account plain = station.account("anna", Account.Dtmf.RFC4733);
        station.telephony.use(List.of(new Account(
                plain.address(),
                plain.registrar(),
                plain.password(),
                plain.authUser(),
                plain.displayName(),
                plain.outboundProxy(),
                plain.srtp(),
                plain.dtmf(),
                plain.codecs(),
                plain.country(),
                null,
                false,
                "700")));
        station.watcher.awaitRegistration(Registration.Registered.class);
        assertThat(conference.hasRoom()).isTrue();
        first();
        invited("202");
        conference.moveToRoom();
        SipText room = station.exchange.expect("INVITE sip:700@example.test");
        awaitJoined(everybody(2));
        station.answer(room);
        offers(2, "sendonly");
        for (int i = 0; i < 2; i++) {
            assertThat(station.exchange.await("REFER").header("Refer-To")).contains("sip:700@example.test");
        }
        awaitJoined("microphone > leg 3", "leg 3 > speaker", "music > leg 1", "music > leg 2");
    }

    @Test
    void whereThereIsNoRoomNobodyIsSentAnywhere() throws InterruptedException {
        first();
        invited("202");
        assertThat(conference.hasRoom()).isFalse();
        conference.moveToRoom();
        assertThat(station.exchange.isQuietFor(QUIET_MS)).isTrue();
        awaitJoined(everybody(2));
    }

    @Test
    void whenTheConferenceIsWithdrawnTheFirstKeepsTheVoiceTheOthersAreHeldAndNobodyIsDropped()
            throws InterruptedException {
        Station.Up anna = first();
        Station.Up bruno = invited("202");
        Station.Up carla = invited("203");
        conference.setSilenced(anna.call().id(), true);
        String dario = conference.invite("204");
        SipText ringing = station.exchange.expect("INVITE");
        station.exchange.reply(ringing, 180, "Ringing", station.farContact());

        conference.withdrawn();
        offers(2, "sendonly");
        awaitJoined("microphone > leg 1", "leg 1 > speaker", "music > leg 2", "music > leg 3");
        Watcher.until(
                "nobody is in a conference",
                () -> station.telephony.calls().stream().allMatch(call -> call.conference() == null));
        assertThat(station.telephony.calls()).hasSize(4);
        awaitCall(anna.call().id(), "not held", now -> !now.isHeldByUs());
        awaitCall(bruno.call().id(), "held", Call::isHeldByUs);
        awaitCall(carla.call().id(), "held", Call::isHeldByUs);

        station.answer(ringing);
        station.watcher.await("Dario waits", call -> call.id().equals(dario) && call.isHeldByUs());
        offers(1, "sendonly");
        awaitJoined("microphone > leg 1", "leg 1 > speaker", "music > leg 2", "music > leg 3", "music > leg 4");
        station.telephony.resume(bruno.call().id());
        offers(2);
        awaitJoined("microphone > leg 2", "leg 2 > speaker", "music > leg 1", "music > leg 3", "music > leg 4");
    }

    @Test
    void whenTheConferenceIsWithdrawnWhileWeAreAwayAllMembersAreHeldAndOurCallGoesOn() throws InterruptedException {
        first();
        invited("202");
        connected("209");
        conference.withdrawn();
        offers(2, "sendonly");
        awaitJoined("microphone > leg 3", "leg 3 > speaker", "music > leg 1", "music > leg 2");
    }

    @Test
    void whereThereIsNoConferenceItsWithdrawalChangesNothing() throws InterruptedException {
        connected("201");
        conference.withdrawn();
        assertThat(station.exchange.isQuietFor(QUIET_MS)).isTrue();
        awaitJoined("microphone > leg 1", "leg 1 > speaker");
    }

    @Test
    void hangingUpOneByOneEndsAll() throws InterruptedException {
        first();
        invited("202");
        invited("203");
        for (Call call : station.telephony.calls()) {
            station.telephony.hangUp(call.id());
            EndReason reason = station.watcher.awaitEnd();
            assertThat(reason.kind()).isEqualTo(Kind.HUNG_UP);
        }
        awaitJoined();
        Watcher.until("no call", () -> station.telephony.calls().isEmpty());
        Watcher.until("no meter", () -> station.media.edges().stream().noneMatch(edge -> edge.contains("level")));
    }
}
