/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.centralino.media.CallStatistics;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Commands of the call control. Every method may be called on any thread, returns at once and never blocks; what comes
 * of it is told to {@link CallListener}s. Commands are done in the order in which they were given. An id of no call, or of one
 * that has ended, is no error: commands do nothing, questions answer false or null.
 */
@ProviderType
public interface CallService {

    /**
     * Calls a number or address on the first account. The call that had the voice is held.
     *
     * @param target as {@link DialString} takes it
     * @return the new call's id; the call may be over before this returns, with its reason told to the listeners
     * @throws IllegalArgumentException when {@code target} is nothing that can be dialled
     */
    String dial(String target);

    /** Answers an incoming call. One voice at a time: the call that had it is held. */
    void answer(String callId);

    /** Declines an incoming call with 603. */
    void decline(String callId);

    /** Ends a call whatever its state: CANCEL, decline or BYE as fits. Never waits for media or network. */
    void hangUp(String callId);

    /** Keeps the microphone from the far side, or gives it back (S8). */
    void setMicrophoneOff(String callId, boolean off);

    /**
     * Holds an answered call (S11): the far side hears music from now on, whatever it answers to our offer.
     */
    void hold(String callId);

    /** Takes a call off hold; the one that had the voice is held. A failed transfer of it is over then. */
    void resume(String callId);

    /**
     * Blind transfer of an answered call (RFC 3515): holds it and, when the hold is confirmed, sends the far side to
     * {@code target}.
     * What comes of it is told by {@link Call#transfer}; when it succeeds, the call ends as TRANSFERRED.
     *
     * @param target as {@link DialString} takes it
     * @throws IllegalArgumentException when {@code target} is nothing that can be dialled
     */
    void transfer(String callId, String target);

    /** Attended transfer (RFC 3891): connects the far sides of two answered calls with each other and leaves both. */
    void transferTo(String callId, String otherCallId);

    /** Transfers the call to its account's park orbit; does nothing where {@link #canPark} says no. */
    void park(String callId);

    /** Whether the call's account has a park orbit. */
    boolean canPark(String callId);

    /** Whether digits typed into the call must not be shown, by its account's setting. */
    boolean masksDigits(String callId);

    /**
     * What parties held from now on hear. Reads the file: not for the display thread.
     *
     * @param file WAV, AIFF or AU of at most ten minutes; null: our own piece
     * @throws IOException when it is none of these; the music stays as it was
     */
    void useHoldMusic(@Nullable Path file) throws IOException;

    /**
     * Starts a DTMF tone that lasts until {@link #stopTone} (S7), in the account's way.
     *
     * @param tone one of {@code 0-9 * # A-D}
     * @throws IllegalArgumentException when it is none of them
     */
    void startTone(String callId, char tone);

    /** Ends the DTMF tone in progress, if any; it lasts at least 100 ms. */
    void stopTone(String callId);

    /** All calls that have not ended, oldest first; a snapshot. */
    List<Call> calls();

    /** Counters of the call's media up to now; null when it has none, or is over. */
    @Nullable
    CallStatistics statistics(String callId);
}
