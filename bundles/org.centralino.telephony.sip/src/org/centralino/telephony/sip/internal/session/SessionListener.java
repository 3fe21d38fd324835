/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.List;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Participant;
import org.eclipse.jdt.annotation.Nullable;

/** What a session tells the call it belongs to, on the executor of its account's line. Must not wait. */
public interface SessionListener {

    /** A provisional response above 100 to our INVITE; {@code sdp} is what this branch of a fork answers to our offer. */
    void progressed(@Nullable String sdp);

    /**
     * 2xx to our INVITE; it wants to be acknowledged.
     *
     * @param sdp the answer of the branch that accepted; null where what was agreed to last stands
     */
    void accepted(@Nullable String sdp);

    /** Our INVITE failed for good. */
    void refused(EndReason reason);

    /** The caller took its INVITE back, and has been answered. */
    void cancelled(boolean answeredElsewhere);

    /** ACK to a 2xx of ours; {@code sdp} is the answer where the 2xx made the offer. */
    void confirmed(@Nullable String sdp);

    /** No ACK came to a 2xx of ours. */
    void neverConfirmed();

    /**
     * INVITE or UPDATE within the session; it wants an answer, or an offer where {@code sdp} is null.
     *
     * @param acknowledged whether {@link #confirmed} follows our answer, which it does not to UPDATE
     */
    void reoffered(@Nullable String sdp, boolean acknowledged);

    /** The session is to be offered again as it is, or it expires (RFC 4028, 7.4). */
    void refreshDue();

    /** 2xx to {@link InviteSession#reinvite}, and it has been acknowledged. */
    void offerAccepted(@Nullable String sdp);

    /** It was refused, or could not be sent (status 0): the session goes on as it was. */
    void offerRefused(int status, String phrase);

    /** 491: it crossed one of theirs, and may be made again after a while (RFC 3261, 14.1). */
    void offerCrossed();

    /**
     * The far side sends us to somebody else, and has been told that we call them (RFC 3515). The session stays as it
     * is.
     */
    void referred(IncomingReferral referral);

    /** The far side mixes a conference, and these are in it now (RFC 4575). */
    void rosterChanged(List<Participant> people);

    /** BYE from the far side, and it has been answered. */
    void peerHungUp();

    /** The far side knows nothing of this dialog, or is silent. */
    void lost(String phrase);
}
