/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.telephony.sip.internal.call.CallEffect.*;

import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.Test;

/** The life of a call, without a network. */
class CallMachineTest {

    @Test
    void nothingFollowsTheEnd() {
        for (AllWays.Visit visit : AllWays.visits()) {
            if (visit.machine().phase() == CallMachine.Phase.OVER) {
                assertThat(visit.history()).filteredOn(FORGET::equals).hasSize(1);
                for (CallEvent event : AllWays.EVENTS) {
                    assertThat(visit.machine().on(event).effects()).isEmpty();
                }
            }
        }
    }

    @Test
    void onceEndedACallStaysEndedForPeople() {
        for (AllWays.Visit visit : AllWays.visits()) {
            if (visit.machine().visible() instanceof CallState.Ended) {
                for (CallEvent event : AllWays.EVENTS) {
                    assertThat(visit.machine().on(event).next().visible())
                            .isEqualTo(visit.machine().visible());
                }
            }
        }
    }

    @Test
    void hangingUpEndsEveryCallAtOnceForPeople() {
        for (AllWays.Visit visit : AllWays.visits()) {
            CallMachine.Step step = visit.machine().on(new CallEvent.HangUp());
            assertThat(step.next().visible()).as("%s", visit).isInstanceOf(CallState.Ended.class);
            if (!(visit.machine().visible() instanceof CallState.Ended)) {
                assertThat(step.effects()).as("%s", visit).contains(CLOSE_MEDIA);
            }
        }
    }

    @Test
    void everyCallThatEndedClosedItsMediaOnceAndStoppedItsTones() {
        for (AllWays.Visit visit : AllWays.visits()) {
            if (visit.machine().phase() == CallMachine.Phase.OVER) {
                assertThat(visit.history())
                        .as("%s", visit)
                        .filteredOn(CLOSE_MEDIA::equals)
                        .hasSize(1);
                if (visit.history().contains(RINGBACK_ON)) {
                    assertThat(visit.history().lastIndexOf(RINGBACK_OFF))
                            .isGreaterThan(visit.history().lastIndexOf(RINGBACK_ON));
                }
                if (visit.history().contains(RINGER_ON)) {
                    assertThat(visit.history()).contains(RINGER_OFF);
                }
            }
        }
    }

    @Test
    void everyInviteComesToAnEndOnTheWire() {
        for (AllWays.Visit visit : AllWays.visits()) {
            if (visit.machine().phase() == CallMachine.Phase.OVER
                    && visit.history().contains(SEND_ACK)) {
                // What was accepted is ended by one of the two sides.
                boolean byeOfOurs = visit.history().contains(SEND_BYE);
                boolean theirs = visit.machine().visible() instanceof CallState.Ended ended
                        && (ended.reason().kind() == Kind.PEER_HUNG_UP
                                || ended.reason().kind() == Kind.TRANSFERRED);
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
    void anOfferBeforeTheAnswerIsAnsweredOnlyWhereOursWas() {
        CallMachine calling =
                CallMachine.dial().next().on(new CallEvent.MediaOpened()).next();
        CallMachine ringing = calling.on(new CallEvent.Progressed(false)).next();
        CallMachine early = calling.on(new CallEvent.Progressed(true)).next();
        CallMachine incoming = CallMachine.offered().next();
        CallEvent offer = new CallEvent.Reoffered();
        assertThat(calling.on(offer).effects()).containsExactly(REFUSE_GLARE);
        assertThat(ringing.on(offer).effects()).containsExactly(REFUSE_GLARE);
        assertThat(early.on(offer).effects()).containsExactly(ANSWER_OFFER);
        assertThat(early.on(offer).next()).isEqualTo(early);
        assertThat(early.on(new CallEvent.Changed(false)).effects()).containsExactly(START_MEDIA);
        assertThat(incoming.on(offer).effects()).containsExactly(REFUSE_EARLY);
        assertThat(incoming.on(offer).next()).isEqualTo(incoming);
    }

    @Test
    void whoeverSpeaksLastBeforeTheAnswerIsHeard() {
        CallMachine early = CallMachine.dial()
                .next()
                .on(new CallEvent.MediaOpened())
                .next()
                .on(new CallEvent.Progressed(true))
                .next();
        assertThat(early.on(new CallEvent.Progressed(true)).effects()).containsExactly(START_MEDIA);
        assertThat(early.on(new CallEvent.Progressed(false)).effects()).isEmpty();
        assertThat(early.on(new CallEvent.Accepted(true, false)).effects()).contains(START_MEDIA);
    }

    @Test
    void everyOfferOfTheFarSideIsRespondedTo() {
        for (AllWays.Visit visit : AllWays.visits()) {
            if (visit.machine().phase() != CallMachine.Phase.OVER
                    && visit.machine().phase() != CallMachine.Phase.PREPARING) {
                assertThat(visit.machine().on(new CallEvent.Reoffered()).effects())
                        .as("%s", visit)
                        .containsAnyOf(ANSWER_OFFER, REFUSE_GLARE, REFUSE_EARLY);
            }
        }
    }

    @Test
    void answeringBeforePortsAreBoundIsRemembered() {
        CallMachine.Step step = CallMachine.offered().next().on(new CallEvent.Answer());
        assertThat(step.effects()).containsExactly(RINGER_OFF);
        assertThat(step.next().on(new CallEvent.MediaOpened()).effects()).contains(SEND_OK, START_MEDIA, TAKE_VOICE);
    }
}
