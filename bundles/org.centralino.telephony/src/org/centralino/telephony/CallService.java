/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import java.util.List;
import org.centralino.media.CallStatistics;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Commands of the call control. Every method may be called on any thread, returns at once and never blocks; what comes
 * of it is told to {@link CallListener}s. A command on a call that has ended does nothing.
 */
@ProviderType
public interface CallService {

    /**
     * Calls a number or address on the first account.
     *
     * @param target as {@link DialString} takes it
     * @return the new call's id; the call may be over before this returns, with its reason told to the listeners
     * @throws IllegalArgumentException when {@code target} is nothing that can be dialled
     */
    String dial(String target);

    /** Answers an incoming call. One voice at a time: the call that was active stays up with its microphone off. */
    void answer(String callId);

    /** Declines an incoming call with 603. */
    void decline(String callId);

    /** Ends a call whatever its state: CANCEL, decline or BYE as fits. Never waits for media or network. */
    void hangUp(String callId);

    /** Keeps the microphone from the far side, or gives it back (S8). */
    void setMicrophoneOff(String callId, boolean off);

    /**
     * Starts a DTMF tone that lasts until {@link #stopTone} (S7), in the account's way.
     *
     * @param tone one of {@code 0-9 * # A-D}
     */
    void startTone(String callId, char tone);

    /** Ends the DTMF tone in progress, if any; it lasts at least 100 ms. */
    void stopTone(String callId);

    /** All calls that have not ended, oldest first. */
    List<Call> calls();

    /** Counters of the call's media; null when it has none. */
    @Nullable
    CallStatistics statistics(String callId);
}
