/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import java.time.Instant;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One remote party, as it stood at one moment. Immutable.
 *
 * @param id stable for the life of the call, unique in this process
 * @param account the {@link Account#address()} it runs on
 * @param outgoing whether we dialled
 * @param remote the far side
 * @param state where the call is
 * @param microphoneOff whether our microphone is kept from the far side (S8)
 * @param codec the encoding name in use, for instance {@code opus}; null while there is none
 * @param created when it was dialled or came in
 * @param answered when it was answered; null while it was not
 * @param ended when it ended; null while it has not
 * @param held since when we hold it; null while we do not
 * @param transfer the transfer of it that was asked for last; null when none was, or when it was taken back since
 * @param returnedFrom who did not take this incoming call when we transferred it there; null for any other call
 * @param divertedFrom whom this incoming call was meant for before it was diverted to us (RFC 7044, RFC 5806); null
 *     where nobody was
 * @param encryption the SRTP crypto-suite that both directions use at this moment (RFC 4568); null while either is in
 *     clear
 * @param conference what it is in the conference, one that is invited from its beginning on; null while it is in none
 */
public record Call(
        String id,
        String account,
        boolean outgoing,
        Party remote,
        CallState state,
        boolean microphoneOff,
        @Nullable String codec,
        Instant created,
        @Nullable Instant answered,
        @Nullable Instant ended,
        @Nullable Instant held,
        @Nullable Transfer transfer,
        @Nullable Party returnedFrom,
        @Nullable Party divertedFrom,
        @Nullable String encryption,
        @Nullable Membership conference) {

    /**
     * A member of the conference.
     *
     * @param silenced whether nobody hears it
     * @param away whether we have stepped away from the conference
     */
    public record Membership(boolean silenced, boolean away) {}

    /** A call that nobody holds or transfers. */
    public Call(
            String id,
            String account,
            boolean outgoing,
            Party remote,
            CallState state,
            boolean microphoneOff,
            @Nullable String codec,
            Instant created,
            @Nullable Instant answered,
            @Nullable Instant ended) {
        this(id, account, outgoing, remote, state, microphoneOff, codec, created, answered, ended, null, null, null);
    }

    /** A call in clear that nobody diverted. */
    public Call(
            String id,
            String account,
            boolean outgoing,
            Party remote,
            CallState state,
            boolean microphoneOff,
            @Nullable String codec,
            Instant created,
            @Nullable Instant answered,
            @Nullable Instant ended,
            @Nullable Instant held,
            @Nullable Transfer transfer,
            @Nullable Party returnedFrom) {
        this(
                id,
                account,
                outgoing,
                remote,
                state,
                microphoneOff,
                codec,
                created,
                answered,
                ended,
                held,
                transfer,
                returnedFrom,
                null,
                null,
                null);
    }

    /** Whether it was answered and has not ended, held or not. */
    public boolean isActive() {
        return state instanceof CallState.Active;
    }

    /** Whether we hold it; the far side may hold it besides. */
    public boolean isHeldByUs() {
        return state instanceof CallState.Active active && active.heldByUs();
    }

    /** Whether it is answered and waits for us: we hold it, or have stepped away from its conference. */
    public boolean isWaiting() {
        Membership member = conference;
        return isActive() && (isHeldByUs() || member != null && member.away());
    }

    /** Whether this is the last snapshot of it. */
    public boolean isEnded() {
        return state instanceof CallState.Ended;
    }
}
