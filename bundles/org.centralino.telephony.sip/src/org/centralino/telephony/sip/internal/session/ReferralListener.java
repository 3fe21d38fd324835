/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import org.centralino.telephony.EndReason;

/** What comes of a REFER of ours (RFC 3515), told on the executor of its line. Must not wait. */
public interface ReferralListener {

    /** The far side is calling the target; {@code ringing}: it is being alerted. Told once or more. */
    void progressed(boolean ringing);

    /** The target answered. Nothing follows. */
    void answered();

    /** The REFER was refused, or the target did not answer. Nothing follows. */
    void failed(EndReason reason);
}
