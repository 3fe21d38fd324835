/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How far a transfer of a call is, as its NOTIFYs tell (RFC 3515, 2.4.5). Immutable.
 *
 * @param target whom the far side is sent to
 * @param attended whether {@code target} had been spoken to (RFC 3891)
 * @param status how far it is
 * @param failure why it failed; null unless {@code status} is FAILED
 */
public record Transfer(
        Party target,
        boolean attended,
        Status status,
        @Nullable EndReason failure) {

    /** Steps of a transfer. */
    public enum Status {
        /** The hold is not confirmed yet; REFER waits for it. */
        HOLDING,
        /** REFER is sent; nothing is known of the target. */
        TRYING,
        /** The target is being alerted. */
        RINGING,
        /** The target answered; our call is ending. */
        ANSWERED,
        /** Refused, or the target did not answer. The call is still held by us: resuming takes the caller back. */
        FAILED
    }
}
