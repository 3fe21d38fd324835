/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import static org.centralino.telephony.sip.internal.call.CallEffect.*;

import java.util.List;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The life of a call as a pure function: a state and an event give the next state and effects. An event that has no
 * meaning in a state changes nothing, so late and repeated messages are harmless. What follows the answer is told by
 * {@link Conversation}.
 *
 * @param phase where the call is
 * @param visible what people see of it; once Ended it stays as it is
 * @param offers what is to be settled with the far side once it is answered
 * @param referral the transfer asked for last, null when there is none
 */
record CallMachine(
        Phase phase,
        CallState visible,
        Renegotiation offers,
        @Nullable Referral referral) {

    /** Where a call is, in more detail than people see. */
    enum Phase {
        /** Outgoing, ports are being bound. */
        PREPARING,
        /** INVITE sent, nothing above 100 heard. */
        CALLING,
        /** The far side is alerted. */
        RINGING,
        /** The far side is alerted and heard. */
        EARLY,
        /** We gave up; a final response is awaited. */
        GIVING_UP,
        /** Incoming, ports are being bound. */
        ALERTING,
        /** Incoming, could be answered at once. */
        OFFERED,
        /** Answered before ports were bound. */
        ANSWERING,
        /** 200 sent, its ACK is awaited. */
        CONFIRMING,
        /** Hung up by us before the ACK came: BYE must wait for it (RFC 3261, 15). */
        PARTING,
        CONNECTED,
        OVER
    }

    /**
     * The next state and what is to be done.
     *
     * @param next the state after the event
     * @param effects in order
     */
    record Step(CallMachine next, List<CallEffect> effects) {}

    /** A call that the operator makes. */
    static Step dial() {
        return new Step(
                new CallMachine(Phase.PREPARING, new CallState.Dialing(), Renegotiation.NONE, null),
                List.of(OPEN_MEDIA));
    }

    /** A call that came in. */
    static Step offered() {
        return new Step(
                new CallMachine(Phase.ALERTING, new CallState.Incoming(), Renegotiation.NONE, null),
                List.of(SEND_RINGING, RINGER_ON, ARM_RING_TIMER, OPEN_MEDIA));
    }

    /** A call that takes the place of another (RFC 3891), and is answered as soon as it can be. */
    static Step replacing(boolean held) {
        Renegotiation offers = held ? Renegotiation.CONFIRMING.taken() : Renegotiation.CONFIRMING;
        return new Step(
                new CallMachine(Phase.ANSWERING, new CallState.Active(held, false), offers, null), List.of(OPEN_MEDIA));
    }

    /** What {@code event} makes of this state. */
    Step on(CallEvent event) {
        return switch (phase) {
            case PREPARING -> preparing(event);
            case CALLING, RINGING, EARLY -> inviting(event);
            case GIVING_UP -> givingUp(event);
            case ALERTING, OFFERED, ANSWERING -> incoming(event);
            case CONFIRMING, CONNECTED -> new Conversation(this).on(event);
            case PARTING -> parting(event);
            case OVER -> same();
        };
    }

    private Step preparing(CallEvent event) {
        return switch (event) {
            case CallEvent.MediaOpened e -> to(Phase.CALLING, visible, SEND_INVITE);
            case CallEvent.MediaFailed e -> over(Kind.FAILED, "No port for sound", CLOSE_MEDIA, FORGET);
            case CallEvent.HangUp e -> over(Kind.CANCELLED, "", CLOSE_MEDIA, FORGET);
            default -> same();
        };
    }

    private Step inviting(CallEvent event) {
        return switch (event) {
            case CallEvent.Progressed e -> progressed(e.earlyMedia());
            case CallEvent.Reoffered e -> also(phase == Phase.EARLY ? ANSWER_OFFER : REFUSE_GLARE);
            case CallEvent.Changed e when phase == Phase.EARLY -> also(START_MEDIA);
            case CallEvent.Accepted e
            when e.agreed() ->
                to(
                        Phase.CONNECTED,
                        new CallState.Active(false, e.heldByPeer()),
                        SEND_ACK,
                        DISARM_TIMER,
                        RINGBACK_OFF,
                        START_MEDIA,
                        TAKE_FREE_VOICE);
            case CallEvent.Accepted e ->
                over(
                        Kind.NOT_ACCEPTABLE,
                        e.refusal(),
                        SEND_ACK,
                        SEND_BYE,
                        DISARM_TIMER,
                        RINGBACK_OFF,
                        CLOSE_MEDIA,
                        FORGET);
            case CallEvent.Refused e -> refused(e.reason());
            case CallEvent.MediaFailed e -> giveUp(new EndReason(Kind.FAILED, 0, "Sound failed"));
            case CallEvent.RangTooLong e -> giveUp(new EndReason(Kind.NO_ANSWER, 0, "Rang for too long"));
            case CallEvent.HangUp e -> giveUp(new EndReason(Kind.CANCELLED, 0, ""));
            default -> same();
        };
    }

    private Step progressed(boolean earlyMedia) {
        if (phase == Phase.EARLY) {
            // Another branch of a fork, or another announcement: who speaks last is heard.
            return earlyMedia ? also(START_MEDIA) : same();
        }
        CallEffect timer = phase == Phase.CALLING ? ARM_RING_TIMER : null;
        if (earlyMedia) {
            CallState ringing = new CallState.Ringing(true);
            return timer == null
                    ? to(Phase.EARLY, ringing, START_MEDIA, HEAR)
                    : to(Phase.EARLY, ringing, timer, START_MEDIA, HEAR, RINGBACK_ON);
        }
        return timer == null ? same() : to(Phase.RINGING, new CallState.Ringing(false), timer, RINGBACK_ON);
    }

    private Step refused(EndReason reason) {
        CallState ended = new CallState.Ended(reason);
        return switch (reason.kind()) {
            case BUSY -> to(Phase.OVER, ended, DISARM_TIMER, RINGBACK_OFF, CLOSE_MEDIA, BUSY_TONE, FORGET);
            case NETWORK -> to(Phase.OVER, ended, DISARM_TIMER, RINGBACK_OFF, CLOSE_MEDIA, CONGESTION_TONE, FORGET);
            default -> to(Phase.OVER, ended, DISARM_TIMER, RINGBACK_OFF, CLOSE_MEDIA, FORGET);
        };
    }

    private Step giveUp(EndReason reason) {
        return to(
                Phase.GIVING_UP,
                new CallState.Ended(reason),
                RINGBACK_OFF,
                CLOSE_MEDIA,
                SEND_CANCEL,
                DISARM_TIMER,
                ARM_CANCEL_TIMER);
    }

    /** The 200 may have crossed our CANCEL: then there is a session, to be ended (RFC 3261, 9.1). */
    private Step givingUp(CallEvent event) {
        return switch (event) {
            case CallEvent.Accepted e -> to(Phase.OVER, visible, SEND_ACK, SEND_BYE, DISARM_TIMER, FORGET);
            case CallEvent.Refused e -> to(Phase.OVER, visible, DISARM_TIMER, FORGET);
            case CallEvent.Lost e -> to(Phase.OVER, visible, DISARM_TIMER, FORGET);
            case CallEvent.Reoffered e -> also(REFUSE_GLARE);
            default -> same();
        };
    }

    private Step incoming(CallEvent event) {
        return switch (event) {
            case CallEvent.MediaOpened e when phase == Phase.ALERTING -> to(Phase.OFFERED, visible);
            case CallEvent.MediaOpened e when phase == Phase.ANSWERING -> answer();
            case CallEvent.Answer e when phase == Phase.ALERTING -> to(Phase.ANSWERING, visible, RINGER_OFF);
            case CallEvent.Answer e when phase == Phase.OFFERED -> answer();
            case CallEvent.HangUp e -> end(Kind.DECLINED, 603, "Decline", SEND_DECLINE);
            case CallEvent.MediaFailed e -> end(Kind.FAILED, 500, "No port for sound", SEND_ERROR);
            case CallEvent.RangTooLong e -> end(Kind.MISSED, 480, "Nobody answered", SEND_UNAVAILABLE);
            case CallEvent.Cancelled e ->
                over(
                        e.answeredElsewhere() ? Kind.ANSWERED_ELSEWHERE : Kind.MISSED,
                        "",
                        RINGER_OFF,
                        CLOSE_MEDIA,
                        DISARM_TIMER,
                        FORGET);
            case CallEvent.Reoffered e -> also(REFUSE_EARLY);
            case CallEvent.PeerHungUp e -> over(Kind.MISSED, "", RINGER_OFF, CLOSE_MEDIA, DISARM_TIMER, FORGET);
            case CallEvent.Lost e -> over(Kind.NETWORK, e.phrase(), RINGER_OFF, CLOSE_MEDIA, DISARM_TIMER, FORGET);
            default -> same();
        };
    }

    private Step answer() {
        if (offers.hold()) {
            return new Step(
                    new CallMachine(Phase.CONFIRMING, visible, offers, null), List.of(MUSIC_ON, SEND_OK, START_MEDIA));
        }
        return new Step(
                new CallMachine(Phase.CONFIRMING, new CallState.Active(false, false), Renegotiation.CONFIRMING, null),
                List.of(SEND_OK, RINGER_OFF, DISARM_TIMER, START_MEDIA, TAKE_VOICE));
    }

    private Step end(Kind kind, int status, String phrase, CallEffect response) {
        return to(
                Phase.OVER,
                new CallState.Ended(new EndReason(kind, status, phrase)),
                response,
                RINGER_OFF,
                CLOSE_MEDIA,
                DISARM_TIMER,
                FORGET);
    }

    private Step parting(CallEvent event) {
        return switch (event) {
            case CallEvent.Confirmed e -> parted(SEND_BYE, FORGET);
            case CallEvent.NeverConfirmed e -> parted(SEND_BYE, FORGET);
            case CallEvent.PeerHungUp e -> parted(FORGET);
            case CallEvent.Lost e -> parted(FORGET);
            case CallEvent.Reoffered e -> also(REFUSE_GLARE);
            default -> same();
        };
    }

    private Step parted(CallEffect... effects) {
        return new Step(new CallMachine(Phase.OVER, visible, offers, referral), List.of(effects));
    }

    private Step also(CallEffect effect) {
        return new Step(this, List.of(effect));
    }

    private Step same() {
        return new Step(this, List.of());
    }

    private static Step to(Phase phase, CallState visible, CallEffect... effects) {
        return new Step(new CallMachine(phase, visible, Renegotiation.NONE, null), List.of(effects));
    }

    private static Step over(Kind kind, String phrase, CallEffect... effects) {
        return to(Phase.OVER, ended(kind, phrase), effects);
    }

    private static CallState ended(Kind kind, String phrase) {
        return new CallState.Ended(new EndReason(kind, 0, phrase));
    }
}
