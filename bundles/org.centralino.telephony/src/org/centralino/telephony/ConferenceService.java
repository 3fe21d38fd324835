/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A conference of answered calls, mixed here. Each member hears all others and us, nobody hears himself. Every method may
 * be called on any thread and returns at once; what comes of it is told by {@link Call#conference}. There is one conference
 * at a time; it has the voice as a call has it: who dials, answers or resumes another call steps away. What becomes of one
 * member changes nothing for the others: who is held or transferred, fails or hangs up is a member no more, who holds us
 * is not heard meanwhile. The last one left is an ordinary call again, held where we are away. To hold or resume a member
 * with {@link CallService} is to step away or back, and its microphone is that of all. An id of no call, or of one that cannot
 * do what is asked, is no error: nothing happens. The service is there while the user has the feature.
 */
@ProviderType
public interface ConferenceService {

    /** Makes an answered call a member, the first of a new conference where there is none; a held one is resumed. */
    void join(String callId);

    /**
     * Calls {@code target} for the conference: the members go on talking meanwhile, and who answers is a member at once.
     *
     * @param target as {@link DialString} takes it
     * @return the new call's id; as with {@link CallService#dial}, the call may be over before this returns
     * @throws IllegalArgumentException when {@code target} is nothing that can be dialled
     */
    String invite(String target);

    /** The member is a call of its own again, and held. */
    void separate(String callId);

    /** Whether the others and we do not hear this member. */
    void setSilenced(String callId, boolean silenced);

    /**
     * How loud a member speaks: the loudest sample of the last tenth of a second, 0 to 1; 0 for who is no member. For
     * meters, to be asked as often as they are painted.
     */
    double level(String callId);

    /** We step away: the members go on hearing each other, and we are free for other calls. */
    void stepAway();

    /** We come back, with all members; who had the voice is held. */
    void stepBack();

    /** Whether two members can be left to each other, by a transfer. */
    boolean canLeave();

    /** Whether the exchange has a room that the members can go to. */
    boolean hasRoom();

    /**
     * For many: calls the room and, when it has answered, sends all members there (RFC 3515), so that the exchange mixes from
     * then on. Their calls end as TRANSFERRED; who cannot be sent is held here. Until then nothing changes for them.
     */
    void moveToRoom();

    /**
     * Who is in the conference that the far side of a call mixes, as it tells (RFC 4575); empty where it mixes none or does
     * not tell. To be asked as often as it is shown.
     */
    List<Participant> roster(String callId);

    /** Connects the two members with each other and leaves (RFC 3891); the calls end as TRANSFERRED. */
    void leave();
}
