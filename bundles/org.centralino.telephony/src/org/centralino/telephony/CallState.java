/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a call is. Immutable. A later minor version may have further states, so a {@code switch} over them has a
 * {@code default}.
 */
@ProviderType
public sealed interface CallState {

    /** INVITE is sent (or about to be), the far side has said nothing yet. */
    record Dialing() implements CallState {}

    /**
     * The far side is being alerted (180, 183).
     *
     * @param earlyMedia its sound is heard already (RFC 3960), so no ringback of ours is played
     */
    record Ringing(boolean earlyMedia) implements CallState {}

    /** Somebody calls us and waits for an answer. */
    record Incoming() implements CallState {}

    /** Answered. {@code heldByPeer}: the far side wants no sound from us (RFC 3264, 8.4). */
    record Active(boolean heldByUs, boolean heldByPeer) implements CallState {}

    /** Over. Nothing follows. */
    record Ended(EndReason reason) implements CallState {}
}
