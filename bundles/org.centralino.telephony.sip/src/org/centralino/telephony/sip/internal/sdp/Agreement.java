/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import org.centralino.media.RtpSession;

/**
 * What a round of offer and answer came to.
 *
 * @param session for the leg
 * @param heldByPeer whether the far side wants no sound from us (RFC 3264, 8.4)
 */
public record Agreement(RtpSession session, boolean heldByPeer) {}
