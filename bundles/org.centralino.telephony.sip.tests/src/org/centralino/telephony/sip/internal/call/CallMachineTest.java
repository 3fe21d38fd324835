/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.telephony.sip.internal.call.CallEffect.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.Test;

/** The life of a call, without a network. */
class CallMachineTest {

    private static final List<CallEvent> EVENTS = List.of(
            new CallEvent.Answer(),
            new CallEvent.HangUp(),
            new CallEvent.MediaOpened(),
            new CallEvent.MediaFailed(),
            new CallEvent.Progressed(true),
            new CallEvent.Progressed(false),
            new CallEvent.Accepted(true, false),
            new CallEvent.Accepted(true, true),
            new CallEvent.Accepted(false, false),
            new CallEvent.Refused(new EndReason(Kind.BUSY, 486, "")),
            new CallEvent.Refused(new EndReason(Kind.NETWORK, 0, "")),
            new CallEvent.Cancelled(false),
            new CallEvent.Cancelled(true),
            new CallEvent.Confirmed(true),
            new CallEvent.Confirmed(false),
            new CallEvent.NeverConfirmed(),
            new CallEvent.Changed(true),
            new CallEvent.Changed(false),
            new CallEvent.PeerHungUp(),
            new CallEvent.Lost("lost"),
            new CallEvent.RangTooLong());

    /** Every state that any order of events can lead to, with the effects met on the way there. */
    private record Visit(CallMachine machine, List<CallEffect> history) {}

    private static List<Visit> allWays() {
        Set<CallMachine> known = new HashSet<>();
        Deque<Visit> open = new ArrayDeque<>();
        List<Visit> visits = new java.util.ArrayList<>();
        for (CallMachine.Step first : List.of(CallMachine.dial(), CallMachine.offered())) {
            open.add(new Visit(first.next(), first.effects()));
        }
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            visits.add(visit);
            for (CallEvent event : EVENTS) {
                CallMachine.Step step = visit.machine.on(event);
                List<CallEffect> history = new java.util.ArrayList<>(visit.history);
                history.addAll(step.effects());
                if (known.add(step.next())) {
                    open.add(new Visit(step.next(), history));
                }
            }
        }
        return visits;
    }

    @Test
    void nothingFollowsTheEnd() {
        for (Visit visit : allWays()) {
            if (visit.machine.phase() == CallMachine.Phase.OVER) {
                assertThat(visit.history).filteredOn(FORGET::equals).hasSize(1);
                for (CallEvent event : EVENTS) {
                    assertThat(visit.machine.on(event).effects()).isEmpty();
                }
            }
        }
    }

    @Test
    void onceEndedACallStaysEndedForPeople() {
        for (Visit visit : allWays()) {
            if (visit.machine.visible() instanceof CallState.Ended) {
                for (CallEvent event : EVENTS) {
                    assertThat(visit.machine.on(event).next().visible()).isEqualTo(visit.machine.visible());
                }
            }
        }
    }

    @Test
    void hangingUpEndsEveryCallAtOnceForPeople() {
        for (Visit visit : allWays()) {
            CallMachine.Step step = visit.machine.on(new CallEvent.HangUp());
            assertThat(step.next().visible()).as("%s", visit).isInstanceOf(CallState.Ended.class);
            if (!(visit.machine.visible() instanceof CallState.Ended)) {
                assertThat(step.effects()).as("%s", visit).contains(CLOSE_MEDIA);
            }
        }
    }

    @Test
    void everyCallThatEndedClosedItsMediaOnceAndStoppedItsTones() {
        for (Visit visit : allWays()) {
            if (visit.machine.phase() == CallMachine.Phase.OVER) {
                assertThat(visit.history)
                        .as("%s", visit)
                        .filteredOn(CLOSE_MEDIA::equals)
                        .hasSize(1);
                if (visit.history.contains(RINGBACK_ON)) {
                    assertThat(visit.history.lastIndexOf(RINGBACK_OFF))
                            .isGreaterThan(visit.history.lastIndexOf(RINGBACK_ON));
                }
                if (visit.history.contains(RINGER_ON)) {
                    assertThat(visit.history).contains(RINGER_OFF);
                }
            }
        }
    }

    @Test
    void everyInviteComesToAnEndOnTheWire() {
        for (Visit visit : allWays()) {
            if (visit.machine.phase() == CallMachine.Phase.OVER && visit.history.contains(SEND_ACK)) {
                // What was accepted is ended by one of the two sides.
                boolean byeOfOurs = visit.history.contains(SEND_BYE);
                boolean theirs = visit.machine.visible() instanceof CallState.Ended ended
                        && ended.reason().kind() == Kind.PEER_HUNG_UP;
                assertThat(byeOfOurs || theirs).as("%s", visit).isTrue();
            }
        }
    }

    @Test
    void byeNeverOvertakesTheAckOfACallWeAnswered() {
        CallMachine confirming = CallMachine.offered()
                .next()
                .on(new CallEvent.MediaOpened())
                .next()
                .on(new CallEvent.Answer())
                .next();
        CallMachine.Step step = confirming.on(new CallEvent.HangUp());
        assertThat(step.effects()).doesNotContain(SEND_BYE);
        assertThat(step.next().on(new CallEvent.Confirmed(true)).effects()).contains(SEND_BYE);
    }

    @Test
    void answeringBeforePortsAreBoundIsRemembered() {
        CallMachine.Step step = CallMachine.offered().next().on(new CallEvent.Answer());
        assertThat(step.effects()).containsExactly(RINGER_OFF);
        assertThat(step.next().on(new CallEvent.MediaOpened()).effects()).contains(SEND_OK, START_MEDIA, TAKE_VOICE);
    }
}
