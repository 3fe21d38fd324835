/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import org.centralino.media.SoundNode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sound of calls, for who records, measures or announces. Methods may be called on any thread and return at once; the
 * joining is done a moment later. For a call that is not there, or has ended, a Tap does nothing.
 */
@ProviderType
public interface CallSoundService {

    /**
     * From now on, over holds, transfers and changes of device, {@code ours} hears what we say to the far side, and
     * {@code theirs} what the far side says. Neither hears music: while the call is held, both are silent, and so is
     * {@code ours} while the microphone is off. In a conference {@code theirs} hears every member. It ends with the call at
     * the latest.
     *
     * @param ours a sink of the media service's graph
     * @param theirs a sink of the media service's graph
     */
    Tap tap(String callId, SoundNode ours, SoundNode theirs);

    /**
     * {@code source} is heard by the far side and in our ear, besides what is heard anyway, for an announcement. Not while the
     * call is held. It ends with the call at the latest.
     *
     * @param source of the media service's graph
     */
    Tap play(String callId, SoundNode source);

    /** What was joined. */
    @ProviderType
    interface Tap extends AutoCloseable {

        /** Parts it; again: nothing. Any thread. The nodes are whose they were, and theirs to remove. */
        @Override
        void close();
    }
}
