/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import org.centralino.telephony.EndReason;

/** What can happen to a call. */
public sealed interface CallEvent {

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

    /** 2xx to our INVITE; {@code agreed}: its description can be heard. */
    record Accepted(boolean agreed, boolean heldByPeer) implements CallEvent {}

    /** Our INVITE failed for good. */
    record Refused(EndReason reason) implements CallEvent {}

    /** The caller took back the INVITE. */
    record Cancelled(boolean answeredElsewhere) implements CallEvent {}

    /** ACK to our 2xx; {@code agreed} is false when it had to answer our offer and did not do it usefully. */
    record Confirmed(boolean agreed) implements CallEvent {}

    /** No ACK to our 2xx came. */
    record NeverConfirmed() implements CallEvent {}

    /** The far side changed the session. */
    record Changed(boolean heldByPeer) implements CallEvent {}

    /** BYE from the far side. */
    record PeerHungUp() implements CallEvent {}

    /** The dialog is gone: a request in it got no answer, or 481. */
    record Lost(String phrase) implements CallEvent {}

    /** It has rung for as long as anybody may be let wait. */
    record RangTooLong() implements CallEvent {}
}
