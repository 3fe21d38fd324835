/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

/**
 * What an answered call has to settle with the far side by new rounds of offer and answer: whether we hold it (RFC 3264,
 * 8.4). There is one round at a time, theirs or ours (RFC 3261, 14). What is wanted may change while a round is open; the
 * next one tells it.
 *
 * @param turn whose round is open
 * @param hold whether we want to hold the far side; so it is here, whatever the wire says
 * @param offered what the open round says of it
 * @param agreed what the far side knows of it
 * @param refused it wants no more to be asked for {@code hold} as it stands
 * @param address whether it knows where we are
 */
record Renegotiation(Turn turn, boolean hold, boolean offered, boolean agreed, boolean refused, Address address) {

    /** Whose round of offer and answer is open. */
    enum Turn {
        /** Nobody's. */
        FREE,
        /** Our INVITE awaits a final response. */
        OURS,
        /** Our INVITE crossed one of theirs: a timer tells when to send it again (491; RFC 3261, 14.1). */
        BACKING_OFF,
        /** Theirs; its ACK is awaited. */
        THEIRS
    }

    /** What the far side knows of where we are. */
    enum Address {
        /** All of it. */
        KNOWN,
        /** The open round, ours, tells it. */
        TOLD,
        /** It is another one since the last round. */
        STALE
    }

    /** The INVITE is over and confirmed. */
    static final Renegotiation NONE = new Renegotiation(Turn.FREE, false, false, false, false, Address.KNOWN);

    /** Our 200 to the INVITE awaits its ACK. */
    static final Renegotiation CONFIRMING = new Renegotiation(Turn.THEIRS, false, false, false, false, Address.KNOWN);

    /** The same, but the round says that we hold the far side. */
    Renegotiation taken() {
        return new Renegotiation(turn, true, true, true, false, address);
    }

    /** The operator wants it so. */
    Renegotiation wanting(boolean wanted) {
        return wanted == hold ? this : new Renegotiation(turn, wanted, offered, agreed, false, address);
    }

    private Address settled() {
        return address == Address.TOLD ? Address.KNOWN : address;
    }

    /** Our address is another one, which the far side has to be told. */
    Renegotiation moving() {
        return new Renegotiation(turn, hold, offered, agreed, refused, Address.STALE);
    }

    /** Whether an INVITE of ours is to be sent now. */
    boolean isDue() {
        return turn == Turn.FREE && (address == Address.STALE || hold != agreed && !refused);
    }

    /** Whether nothing more will be asked of the far side for what is wanted. */
    boolean isSettled() {
        return turn != Turn.OURS && (hold == agreed || refused);
    }

    /** An INVITE of ours is sent. */
    Renegotiation ours() {
        return new Renegotiation(
                Turn.OURS, hold, hold, agreed, false, address == Address.STALE ? Address.TOLD : address);
    }

    /** An INVITE of theirs came; its answer will say what we want now. */
    Renegotiation theirs() {
        return new Renegotiation(Turn.THEIRS, hold, hold, agreed, refused, Address.KNOWN);
    }

    /** The open round came to an agreement; theirs stays open until its ACK. */
    Renegotiation agree() {
        return new Renegotiation(turn == Turn.OURS ? Turn.FREE : turn, hold, offered, offered, false, settled());
    }

    /** Our INVITE was refused: the session goes on as it was (RFC 3261, 14.1). */
    Renegotiation refuse() {
        return new Renegotiation(Turn.FREE, hold, offered, agreed, hold == offered, settled());
    }

    /** Our INVITE crossed theirs. */
    Renegotiation backOff() {
        return new Renegotiation(
                Turn.BACKING_OFF, hold, offered, agreed, false, address == Address.TOLD ? Address.STALE : address);
    }

    /** No round is open any more. */
    Renegotiation free() {
        return new Renegotiation(Turn.FREE, hold, offered, agreed, refused, address);
    }
}
