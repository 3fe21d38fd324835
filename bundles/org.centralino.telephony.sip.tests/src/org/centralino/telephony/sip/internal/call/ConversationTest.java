/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.telephony.sip.internal.call.CallEffect.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.sip.internal.call.CallMachine.Phase;
import org.centralino.telephony.sip.internal.call.Renegotiation.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a call crossed with every event: what must always be so, and a table of what is meant to follow. */
class ConversationTest {

    private static final CallEvent ANSWERED = new CallEvent.Accepted(true, false);
    private static final CallEvent HOLD = new CallEvent.Hold();
    private static final CallEvent RESUME = new CallEvent.Resume();
    private static final CallEvent AGREED = new CallEvent.OfferAccepted(false);
    private static final CallEvent REFUSED = new CallEvent.OfferRefused();
    private static final CallEvent GLARE = new CallEvent.Glare();
    private static final CallEvent GLARE_OVER = new CallEvent.GlareOver();
    private static final CallEvent REOFFERED = new CallEvent.Reoffered();
    private static final CallEvent REFRESH = new CallEvent.RefreshDue();
    private static final CallEvent PEER_HOLDS = new CallEvent.Changed(true);
    private static final CallEvent PEER_RESUMES = new CallEvent.Changed(false);
    private static final CallEvent ACK = new CallEvent.Confirmed(true);
    private static final CallEvent HANG_UP = new CallEvent.HangUp();
    private static final CallEvent PEER_HANGS_UP = new CallEvent.PeerHungUp(false);
    private static final CallEvent LOST = new CallEvent.Lost("481");
    private static final CallEvent BLIND = new CallEvent.Transfer(AllWays.TARGET, false, AllWays.TARGET.address());
    private static final CallEvent RINGS = new CallEvent.Progressing(true);
    private static final CallEvent TRIES = new CallEvent.Progressing(false);
    private static final CallEvent TRANSFERRED = new CallEvent.Transferred();
    private static final CallEvent NOT_TRANSFERRED = new CallEvent.NotTransferred(AllWays.BUSY);
    private static final CallEvent MOVED = new CallEvent.Moved();
    private static final CallEvent REPLACED = new CallEvent.Replaced();

    /** Names of states, and one way to each. */
    private static final Map<String, CallMachine> STATES = new TreeMap<>();

    static {
        CallMachine talking = after(CallMachine.dial().next(), new CallEvent.MediaOpened(), ANSWERED);
        CallMachine confirming =
                after(CallMachine.offered().next(), new CallEvent.MediaOpened(), new CallEvent.Answer());
        STATES.put("confirming", confirming);
        STATES.put("held before the ACK", after(confirming, HOLD));
        STATES.put("talking", talking);
        STATES.put("hold offered", after(talking, HOLD));
        STATES.put("hold offered, resumed", after(talking, HOLD, RESUME));
        STATES.put("hold crossed", after(talking, HOLD, GLARE));
        STATES.put("hold crossed, resumed", after(talking, HOLD, GLARE, RESUME));
        STATES.put("hold crossed, theirs answered", after(talking, HOLD, GLARE, REOFFERED, PEER_HOLDS));
        STATES.put("hold refused", after(talking, HOLD, REFUSED));
        STATES.put("held", after(talking, HOLD, AGREED));
        STATES.put("resume offered", after(talking, HOLD, AGREED, RESUME));
        STATES.put("resume crossed", after(talking, HOLD, AGREED, RESUME, GLARE));
        STATES.put("resume refused", after(talking, HOLD, AGREED, RESUME, REFUSED));
        STATES.put("refreshing", after(talking, REFRESH));
        STATES.put("refreshing, hold wanted", after(talking, REFRESH, HOLD));
        STATES.put("theirs open", after(talking, REOFFERED));
        STATES.put("theirs answered", after(talking, REOFFERED, PEER_HOLDS));
        STATES.put("held by peer", after(talking, REOFFERED, PEER_HOLDS, ACK));
        STATES.put("held by both", after(talking, HOLD, AGREED, REOFFERED, PEER_HOLDS, ACK));
        STATES.put("moved while hold offered", after(talking, HOLD, MOVED));
        STATES.put("moved, offered", after(talking, MOVED));
        STATES.put("moved, crossed", after(talking, MOVED, GLARE));
        STATES.put("transfer, hold offered", after(talking, BLIND));
        STATES.put("transfer, hold crossed", after(talking, BLIND, GLARE));
        STATES.put("transfer before the ACK", after(confirming, BLIND));
        STATES.put("transfer sent", after(talking, BLIND, AGREED));
        STATES.put("transfer rings", after(talking, BLIND, AGREED, RINGS));
        STATES.put("transfer failed", after(talking, BLIND, AGREED, NOT_TRANSFERRED));
    }

    private static CallMachine after(CallMachine from, CallEvent... events) {
        CallMachine machine = from;
        for (CallEvent event : events) {
            machine = machine.on(event).next();
        }
        return machine;
    }

    /** A row of the table. */
    private record Row(String state, CallEvent event, String next, List<CallEffect> effects) {}

    private static Row row(String state, CallEvent event, String next, CallEffect... effects) {
        return new Row(state, event, next, List.of(effects));
    }

    static Stream<Row> table() {
        String gone = "OVER HUNG_UP";
        CallEffect[] bye = {SEND_BYE, CLOSE_MEDIA, DISARM_TIMER, FORGET};
        CallEffect[] quiet = {CLOSE_MEDIA, DISARM_TIMER, FORGET};
        return Stream.of(
                // Hold and resume are so here at once; the offer follows when it may.
                row("talking", HOLD, "CONNECTED held OURS", MUSIC_ON, SEND_OFFER),
                row("talking", RESUME, "CONNECTED FREE"),
                row("confirming", HOLD, "CONFIRMING held THEIRS", MUSIC_ON),
                row("held before the ACK", ACK, "CONNECTED held OURS", START_MEDIA, SEND_OFFER),
                row("held before the ACK", RESUME, "CONFIRMING THEIRS", MUSIC_OFF, TAKE_VOICE),
                row("held before the ACK", HANG_UP, "PARTING HUNG_UP", CLOSE_MEDIA),
                row("hold offered", HOLD, "CONNECTED held OURS"),
                row("hold offered", AGREED, "CONNECTED held FREE", START_MEDIA),
                row("hold offered", new CallEvent.OfferAccepted(true), "CONNECTED held peer FREE", START_MEDIA),
                row("hold offered", RESUME, "CONNECTED OURS", MUSIC_OFF, TAKE_VOICE),
                row("hold offered, resumed", AGREED, "CONNECTED OURS", START_MEDIA, SEND_OFFER),
                row("hold offered, resumed", REFUSED, "CONNECTED FREE"),
                row("hold offered, resumed", HOLD, "CONNECTED held OURS", MUSIC_ON),
                row("held", HOLD, "CONNECTED held FREE"),
                row("held", RESUME, "CONNECTED OURS", MUSIC_OFF, TAKE_VOICE, SEND_OFFER),
                row("resume offered", AGREED, "CONNECTED FREE", START_MEDIA),
                row("resume offered", HOLD, "CONNECTED held OURS", MUSIC_ON),
                // Refused: the session goes on as it was, and nothing is asked twice.
                row("hold offered", REFUSED, "CONNECTED held FREE"),
                row("hold refused", RESUME, "CONNECTED FREE", MUSIC_OFF, TAKE_VOICE),
                row("hold refused", HOLD, "CONNECTED held FREE"),
                row("resume offered", REFUSED, "CONNECTED FREE"),
                row("resume refused", HOLD, "CONNECTED held FREE", MUSIC_ON),
                // Crossed: after the delay, what is wanted by then.
                row("hold offered", GLARE, "CONNECTED held BACKING_OFF", ARM_GLARE_TIMER),
                row("hold crossed", GLARE_OVER, "CONNECTED held OURS", SEND_OFFER),
                row("hold crossed", HOLD, "CONNECTED held BACKING_OFF"),
                row("hold crossed", RESUME, "CONNECTED BACKING_OFF", MUSIC_OFF, TAKE_VOICE),
                row("hold crossed, resumed", GLARE_OVER, "CONNECTED FREE"),
                row("hold crossed", REOFFERED, "CONNECTED held THEIRS", DISARM_TIMER, ANSWER_OFFER),
                row("hold crossed, theirs answered", ACK, "CONNECTED held peer FREE"),
                row("hold crossed", HANG_UP, gone, bye),
                row("resume offered", GLARE, "CONNECTED BACKING_OFF", ARM_GLARE_TIMER),
                row("resume crossed", GLARE_OVER, "CONNECTED OURS", SEND_OFFER),
                // Theirs.
                row("hold offered", REOFFERED, "CONNECTED held OURS", REFUSE_GLARE),
                row("confirming", REOFFERED, "CONFIRMING THEIRS", REFUSE_GLARE),
                row("talking", REOFFERED, "CONNECTED THEIRS", ANSWER_OFFER),
                row("theirs open", PEER_HOLDS, "CONNECTED peer THEIRS", START_MEDIA),
                row("theirs open", new CallEvent.Unanswerable(), "CONNECTED FREE"),
                row("theirs open", HOLD, "CONNECTED held THEIRS", MUSIC_ON),
                row("theirs answered", HOLD, "CONNECTED held peer THEIRS", MUSIC_ON),
                row("theirs answered", ACK, "CONNECTED peer FREE"),
                row("theirs answered", new CallEvent.NeverConfirmed(), "OVER NETWORK", bye),
                row("held by peer", HOLD, "CONNECTED held peer OURS", MUSIC_ON, SEND_OFFER),
                row("held by both", RESUME, "CONNECTED peer OURS", MUSIC_OFF, TAKE_VOICE, SEND_OFFER),
                row("held by both", PEER_RESUMES, "CONNECTED held FREE", START_MEDIA),
                // Our address is another one: told when no round is open, and again when that crossed theirs.
                row("talking", MOVED, "CONNECTED OURS", SEND_OFFER),
                row("held", MOVED, "CONNECTED held OURS", SEND_OFFER),
                row("hold refused", MOVED, "CONNECTED held OURS", SEND_OFFER),
                row("moved, offered", AGREED, "CONNECTED FREE", START_MEDIA),
                row("moved, offered", REFUSED, "CONNECTED FREE"),
                row("moved, offered", MOVED, "CONNECTED OURS"),
                row("moved, offered", GLARE, "CONNECTED BACKING_OFF", ARM_GLARE_TIMER),
                row("moved, crossed", GLARE_OVER, "CONNECTED OURS", SEND_OFFER),
                row("moved, crossed", REOFFERED, "CONNECTED THEIRS", DISARM_TIMER, ANSWER_OFFER),
                row("moved while hold offered", AGREED, "CONNECTED held OURS", START_MEDIA, SEND_OFFER),
                row("theirs open", MOVED, "CONNECTED THEIRS"),
                row("confirming", MOVED, "CONFIRMING THEIRS"),
                // The session is offered again as it is, unless a round that is open does so anyway (RFC 4028).
                row("talking", REFRESH, "CONNECTED OURS", SEND_OFFER),
                row("held", REFRESH, "CONNECTED held OURS", SEND_OFFER),
                row("hold refused", REFRESH, "CONNECTED held OURS", SEND_OFFER),
                row("confirming", REFRESH, "CONFIRMING THEIRS"),
                row("hold offered", REFRESH, "CONNECTED held OURS"),
                row("hold crossed", REFRESH, "CONNECTED held BACKING_OFF"),
                row("theirs open", REFRESH, "CONNECTED THEIRS"),
                row("refreshing", AGREED, "CONNECTED FREE", START_MEDIA),
                row("refreshing", REFUSED, "CONNECTED FREE"),
                row("refreshing", GLARE, "CONNECTED BACKING_OFF", ARM_GLARE_TIMER),
                row("refreshing", HOLD, "CONNECTED held OURS", MUSIC_ON),
                row("refreshing, hold wanted", AGREED, "CONNECTED held OURS", START_MEDIA, SEND_OFFER),
                row("refreshing", REOFFERED, "CONNECTED OURS", REFUSE_GLARE),
                // Ends.
                row("hold offered", HANG_UP, gone, bye),
                row("hold offered", PEER_HANGS_UP, "OVER PEER_HUNG_UP", quiet),
                row("hold offered", LOST, "OVER NETWORK", bye),
                row("talking", REPLACED, "OVER TRANSFERRED", bye),
                row("held", new CallEvent.PeerHungUp(true), "OVER TRANSFERRED", quiet),
                // REFER goes when the hold is confirmed, or will not be.
                row("talking", BLIND, "CONNECTED held OURS HOLDING", MUSIC_ON, SEND_OFFER),
                row("held", BLIND, "CONNECTED held FREE TRYING", SEND_REFER),
                row("hold refused", BLIND, "CONNECTED held FREE TRYING", SEND_REFER),
                row("hold offered", BLIND, "CONNECTED held OURS HOLDING"),
                row("transfer, hold offered", AGREED, "CONNECTED held FREE TRYING", START_MEDIA, SEND_REFER),
                row("transfer, hold offered", REFUSED, "CONNECTED held FREE TRYING", SEND_REFER),
                row("transfer, hold offered", GLARE, "CONNECTED held BACKING_OFF HOLDING", ARM_GLARE_TIMER),
                row("transfer, hold crossed", GLARE_OVER, "CONNECTED held OURS HOLDING", SEND_OFFER),
                row("transfer, hold offered", RESUME, "CONNECTED OURS", MUSIC_OFF, TAKE_VOICE),
                row("transfer, hold offered", PEER_HANGS_UP, "OVER PEER_HUNG_UP HOLDING", quiet),
                row("transfer, hold offered", TRANSFERRED, "CONNECTED held OURS HOLDING"),
                row("transfer before the ACK", ACK, "CONNECTED held OURS HOLDING", START_MEDIA, SEND_OFFER),
                row("transfer sent", TRIES, "CONNECTED held FREE TRYING"),
                row("transfer sent", RINGS, "CONNECTED held FREE RINGING"),
                row("transfer rings", TRIES, "CONNECTED held FREE RINGING"),
                row("transfer sent", BLIND, "CONNECTED held FREE TRYING"),
                row("transfer rings", TRANSFERRED, "OVER TRANSFERRED ANSWERED", bye),
                row("transfer rings", NOT_TRANSFERRED, "CONNECTED held FREE FAILED"),
                row("transfer sent", PEER_HANGS_UP, "OVER TRANSFERRED TRYING", quiet),
                row("transfer rings", HANG_UP, "OVER HUNG_UP RINGING", bye),
                row("transfer rings", RESUME, "CONNECTED OURS", MUSIC_OFF, TAKE_VOICE, SEND_OFFER),
                row("transfer failed", RESUME, "CONNECTED OURS", MUSIC_OFF, TAKE_VOICE, SEND_OFFER),
                row("transfer failed", BLIND, "CONNECTED held FREE TRYING", SEND_REFER),
                row("transfer failed", TRANSFERRED, "CONNECTED held FREE FAILED"),
                row("transfer failed", PEER_HANGS_UP, "OVER PEER_HUNG_UP FAILED", quiet));
    }

    /** A state in words. */
    private static String words(CallMachine machine) {
        StringBuilder words = new StringBuilder(machine.phase().name());
        if (machine.visible() instanceof CallState.Active active) {
            words.append(active.heldByUs() ? " held" : "").append(active.heldByPeer() ? " peer" : "");
            words.append(' ').append(machine.offers().turn());
        } else if (machine.visible() instanceof CallState.Ended ended) {
            words.append(' ').append(ended.reason().kind());
        }
        Referral referral = machine.referral();
        return referral == null
                ? words.toString()
                : words + " " + referral.transfer().status();
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachEventLeadsWhereItShould(Row row) {
        CallMachine.Step step = java.util.Objects.requireNonNull(STATES.get(row.state), row.state)
                .on(row.event);
        assertThat(words(step.next())).isEqualTo(row.next);
        assertThat(step.effects()).containsExactlyElementsOf(row.effects);
    }

    @Test
    void whatIsNotInTheTableForAnAnsweredCallChangesNothingThatWasNotMeant() {
        List<CallEvent> ofNoMeaning = List.of(
                new CallEvent.Answer(),
                new CallEvent.MediaOpened(),
                new CallEvent.Progressed(true),
                new CallEvent.Progressed(false),
                ANSWERED,
                new CallEvent.Refused(AllWays.BUSY),
                new CallEvent.Cancelled(false),
                new CallEvent.RangTooLong());
        STATES.forEach((name, state) -> {
            for (CallEvent event : ofNoMeaning) {
                assertThat(state.on(event)).as("%s, %s", name, event).isEqualTo(new CallMachine.Step(state, List.of()));
            }
        });
    }

    @Test
    void everyStateTakesEveryEvent() {
        List<AllWays.Visit> visits = AllWays.visits();
        int crossings = 0;
        for (AllWays.Visit visit : visits) {
            for (CallEvent event : AllWays.EVENTS) {
                CallMachine.Step step = visit.machine().on(event);
                String what = words(visit.machine()) + " on " + event + " gives " + words(step.next());
                consistent(step.next(), what);
                musicFits(visit.machine(), step, what);
                referFits(step, what);
                if (visit.machine().phase() == Phase.OVER) {
                    assertThat(step).as(what).isEqualTo(new CallMachine.Step(visit.machine(), List.of()));
                }
                if (visit.machine().visible() instanceof CallState.Ended) {
                    assertThat(step.next().visible())
                            .as(what)
                            .isEqualTo(visit.machine().visible());
                }
                crossings++;
            }
        }
        System.out.println(visits.size() + " states, " + crossings + " crossings");
        assertThat(visits).hasSizeGreaterThan(100);
    }

    private static void consistent(CallMachine machine, String what) {
        boolean answered = isAnswered(machine);
        if (machine.phase() != Phase.ANSWERING) {
            // A call that takes another's place is seen as answered before it can be.
            assertThat(machine.visible() instanceof CallState.Active).as(what).isEqualTo(answered);
        }
        if (answered && machine.visible() instanceof CallState.Active active) {
            assertThat(active.heldByUs()).as(what).isEqualTo(machine.offers().hold());
            assertThat(machine.offers().isDue())
                    .as("%s, with nothing left undone", what)
                    .isFalse();
            Referral referral = machine.referral();
            if (referral != null) {
                assertThat(active.heldByUs())
                        .as("%s, a transfer is of a held call", what)
                        .isTrue();
            }
        }
        if (machine.phase() == Phase.OVER || machine.phase() == Phase.PARTING) {
            assertThat(machine.visible()).as(what).isInstanceOf(CallState.Ended.class);
        }
        if (machine.visible() instanceof CallState.Ended ended
                && ended.reason().kind() == Kind.TRANSFERRED
                && machine.referral() != null) {
            assertThat(machine.phase()).as(what).isIn(Phase.OVER, Phase.PARTING);
        }
    }

    private static boolean isAnswered(CallMachine machine) {
        return machine.phase() == Phase.CONFIRMING || machine.phase() == Phase.CONNECTED;
    }

    private static boolean held(CallMachine machine) {
        return isAnswered(machine) && machine.visible() instanceof CallState.Active active && active.heldByUs();
    }

    private static void musicFits(CallMachine before, CallMachine.Step step, String what) {
        boolean on = step.effects().contains(MUSIC_ON);
        boolean off = step.effects().contains(MUSIC_OFF);
        assertThat(on).as(what).isEqualTo(!held(before) && held(step.next()));
        boolean goesOn = step.next().visible() instanceof CallState.Active;
        assertThat(off).as(what).isEqualTo(held(before) && goesOn && !held(step.next()));
        if (step.effects().contains(TAKE_VOICE) || step.effects().contains(TAKE_FREE_VOICE)) {
            assertThat(held(step.next())).as(what).isFalse();
        }
    }

    private static void referFits(CallMachine.Step step, String what) {
        if (step.effects().contains(SEND_REFER)) {
            assertThat(held(step.next()) && step.next().offers().isSettled())
                    .as("%s, the hold is settled before REFER", what)
                    .isTrue();
        }
    }

    @Test
    void noOrderOfEventsBreaksTheRulesOfTheWire() {
        for (int walk = 0; walk < 20_000; walk++) {
            walk(new Random(walk));
        }
    }

    /** Fifty random events, watched from outside: what is on the wire is known from effects and events alone. */
    private static void walk(Random random) {
        CallMachine.Step step = random.nextBoolean() ? CallMachine.dial() : CallMachine.offered();
        List<CallEffect> all = new ArrayList<>(step.effects());
        List<String> story = new ArrayList<>();
        Turn open = Turn.FREE;
        boolean timer = false;
        for (int i = 0; i < 50; i++) {
            CallEvent event = AllWays.EVENTS.get(random.nextInt(AllWays.EVENTS.size()));
            boolean ending = event instanceof CallEvent.HangUp || event instanceof CallEvent.Lost;
            if (ending && random.nextInt(10) > 0) {
                continue;
            }
            step = step.next().on(event);
            story.add(event + " " + step.effects());
            all.addAll(step.effects());
            boolean answered = event instanceof CallEvent.OfferAccepted
                    || event instanceof CallEvent.OfferRefused
                    || event instanceof CallEvent.Glare;
            boolean over = event instanceof CallEvent.Confirmed || event instanceof CallEvent.Unanswerable;
            if (open == Turn.OURS && answered || open == Turn.THEIRS && over) {
                open = Turn.FREE;
            }
            for (CallEffect effect : step.effects()) {
                if (effect == SEND_OFFER) {
                    assertThat(open).as("%s", story).isEqualTo(Turn.FREE);
                    open = Turn.OURS;
                } else if (effect == ANSWER_OFFER) {
                    assertThat(open).as("%s", story).isNotEqualTo(Turn.OURS);
                    // Before the answer of the call, by UPDATE alone, which has no ACK.
                    open = isAnswered(step.next()) ? Turn.THEIRS : Turn.FREE;
                }
                timer = effect.name().startsWith("ARM_") || timer && effect != DISARM_TIMER;
            }
            if (event instanceof CallEvent.GlareOver || event instanceof CallEvent.RangTooLong) {
                timer = step.effects().contains(ARM_GLARE_TIMER)
                        || step.effects().contains(ARM_CANCEL_TIMER);
            }
        }
        for (CallEffect once : List.of(SEND_BYE, FORGET, CLOSE_MEDIA, SEND_OK, SEND_INVITE, SEND_CANCEL)) {
            assertThat(all).as("%s", story).filteredOn(once::equals).hasSizeLessThan(2);
        }
        if (step.next().phase() == Phase.OVER) {
            assertThat(timer).as("a timer is left: %s", story).isFalse();
            assertThat(all).as("%s", story).contains(FORGET, CLOSE_MEDIA);
        }
    }
}
