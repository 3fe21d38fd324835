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
        @Nullable Instant ended) {

    public boolean isActive() {
        return state instanceof CallState.Active;
    }

    public boolean isEnded() {
        return state instanceof CallState.Ended;
    }
}
