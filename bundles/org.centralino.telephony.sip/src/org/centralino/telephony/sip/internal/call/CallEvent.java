/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;

/** What can happen to a call. */
sealed interface CallEvent {

    /** Why most descriptions cannot be heard. */
    String NOTHING_IN_COMMON = "No sound in common";

    /** The operator answers. */
    record Answer() implements CallEvent {}

    /** The operator hangs up, gives up or declines. */
    record HangUp() implements CallEvent {}

    /** Ports for sound are bound. */
    record MediaOpened() implements CallEvent {}

    /** No ports for sound, or not in time. */
    record MediaFailed() implements CallEvent {}

    /** A provisional response above 100; {@code earlyMedia}: with a description that can be heard. */
    record Progressed(boolean earlyMedia) implements CallEvent {}

    /** 2xx to our INVITE; {@code agreed}: its description can be heard, {@code refusal} says why not. */
    record Accepted(boolean agreed, boolean heldByPeer, String refusal) implements CallEvent {

        Accepted(boolean agreed, boolean heldByPeer) {
            this(agreed, heldByPeer, NOTHING_IN_COMMON);
        }
    }

    /** Our INVITE failed for good. */
    record Refused(EndReason reason) implements CallEvent {}

    /** The caller took back the INVITE. */
    record Cancelled(boolean answeredElsewhere) implements CallEvent {}

    /**
     * ACK to our 2xx, or our 2xx to an UPDATE, which has none; {@code agreed} is false when it had to answer our offer
     * and did not do it usefully.
     */
    record Confirmed(boolean agreed, String refusal) implements CallEvent {

        Confirmed(boolean agreed) {
            this(agreed, NOTHING_IN_COMMON);
        }
    }

    /** No ACK to our 2xx came. */
    record NeverConfirmed() implements CallEvent {}

    /** An offer of the far side within the session, by INVITE or UPDATE, or an INVITE that wants one. */
    record Reoffered() implements CallEvent {}

    /** Nobody changed the session for so long that it has to be offered again as it is (RFC 4028). */
    record RefreshDue() implements CallEvent {}

    /** A round of offer and answer that the far side began came to an agreement. */
    record Changed(boolean heldByPeer) implements CallEvent {}

    /** Its offer was refused. */
    record Unanswerable() implements CallEvent {}

    /** Our offer within the session was answered. */
    record OfferAccepted(boolean heldByPeer) implements CallEvent {}

    /** It was refused, or answered with nothing that can be heard. */
    record OfferRefused() implements CallEvent {}

    /** 491: it crossed an offer of theirs. */
    record Glare() implements CallEvent {}

    /** It may be sent again. */
    record GlareOver() implements CallEvent {}

    /** Our address is another one. */
    record Moved() implements CallEvent {}

    /** The operator holds the far side. */
    record Hold() implements CallEvent {}

    /** The operator takes it back. */
    record Resume() implements CallEvent {}

    /** The operator sends it to somebody else; {@code referTo}: the URI for Refer-To. */
    record Transfer(Party target, boolean attended, String referTo) implements CallEvent {}

    /** The far side calls the target of the transfer. */
    record Progressing(boolean ringing) implements CallEvent {}

    /** The target answered. */
    record Transferred() implements CallEvent {}

    /** REFER was refused, or the target did not answer. */
    record NotTransferred(EndReason reason) implements CallEvent {}

    /** BYE from the far side; {@code replaced}: somebody we sent it talks to it instead. */
    record PeerHungUp(boolean replaced) implements CallEvent {}

    /** The far side has another session in place of this one (RFC 3891): this one is to be ended. */
    record Replaced() implements CallEvent {}

    /** The dialog is gone: a request in it got no answer, or 481. */
    record Lost(String phrase) implements CallEvent {}

    /** It has rung for as long as anybody may be let wait. */
    record RangTooLong() implements CallEvent {}
}
