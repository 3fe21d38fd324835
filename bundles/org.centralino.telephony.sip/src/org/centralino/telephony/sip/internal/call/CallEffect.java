/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

/** What a call does in consequence of an event, in the order given. */
enum CallEffect {
    /** Bind ports for sound; MediaOpened or MediaFailed follows. */
    OPEN_MEDIA,
    /** Sound runs as agreed. */
    START_MEDIA,
    /** Free ports and nodes. */
    CLOSE_MEDIA,
    /** Join microphone and speaker to this call; who had them is held. */
    TAKE_VOICE,
    /** The same, unless the operator began to talk to somebody else meanwhile: then Hold follows. */
    TAKE_FREE_VOICE,
    /** Part microphone and speaker from this call: it hears music. */
    MUSIC_ON,
    MUSIC_OFF,
    /** Join the speaker alone: early media, before an answer. */
    HEAR,
    SEND_INVITE,
    SEND_CANCEL,
    SEND_ACK,
    SEND_RINGING,
    /** 200 to the INVITE. */
    SEND_OK,
    /** 603: the operator does not want it. */
    SEND_DECLINE,
    /** 480: nobody answered. */
    SEND_UNAVAILABLE,
    /** 500: no sound is possible. */
    SEND_ERROR,
    SEND_BYE,
    /** INVITE within the session, which says whether we hold the far side. */
    SEND_OFFER,
    /** 200 to theirs, INVITE or UPDATE; Changed or Unanswerable follows. */
    ANSWER_OFFER,
    /** 491 to theirs. */
    REFUSE_GLARE,
    /** 500 to theirs: it came before the call was answered (RFC 3311, 5.2). */
    REFUSE_EARLY,
    SEND_REFER,
    /** The far side is alerted: heard from us until it is heard from there. */
    RINGBACK_ON,
    RINGBACK_OFF,
    RINGER_ON,
    RINGER_OFF,
    BUSY_TONE,
    /** The network did not get there. */
    CONGESTION_TONE,
    /** RangTooLong is due in three minutes. */
    ARM_RING_TIMER,
    /** Lost is due when a CANCEL is not answered by a final response (RFC 3261, 9.1). */
    ARM_CANCEL_TIMER,
    /** GlareOver is due after the delay of RFC 3261, 14.1. */
    ARM_GLARE_TIMER,
    DISARM_TIMER,
    /** Nothing follows: forget the call. */
    FORGET
}
