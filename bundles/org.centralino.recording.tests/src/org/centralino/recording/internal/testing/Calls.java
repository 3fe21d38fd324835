/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.eclipse.jdt.annotation.Nullable;

/** Snapshots of calls. */
public final class Calls {

    private static final String ACCOUNT = "sip:anna@example.com";
    private static final Instant CREATED = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private Calls() {}

    public static Call ringing(String id) {
        return call(id, new CallState.Ringing(false), null, null);
    }

    public static Call active(String id) {
        return call(id, new CallState.Active(false, false), CREATED, null);
    }

    public static Call held(String id) {
        return call(id, new CallState.Active(true, false), CREATED, null);
    }

    public static Call ended(String id, EndReason.Kind why) {
        return call(id, new CallState.Ended(new EndReason(why, 0, "")), CREATED, CREATED);
    }

    public static Instant created() {
        return CREATED;
    }

    /** In a conference, with another number and another beginning than any other. */
    public static Call member(String id) {
        return ofConference(id, new CallState.Active(false, false), new Call.Membership(false, false), null);
    }

    /** As it is when the conference is over: with the voice, or held. */
    public static Call afterwards(String id, boolean held) {
        return ofConference(id, new CallState.Active(held, false), null, null);
    }

    public static Call memberEnded(String id) {
        EndReason why = new EndReason(EndReason.Kind.PEER_HUNG_UP, 0, "");
        return ofConference(id, new CallState.Ended(why), null, CREATED);
    }

    /** When the call of a member began. */
    public static Instant created(String id) {
        return CREATED.plusSeconds(Long.parseLong(id));
    }

    /** Its far side. */
    public static String number(String id) {
        return "30" + id;
    }

    private static Call ofConference(
            String id, CallState state, Call.@Nullable Membership membership, @Nullable Instant ended) {
        Party party = new Party("Member " + id, "sip:" + number(id) + "@example.com", number(id));
        Instant held = state instanceof CallState.Active active && active.heldByUs() ? CREATED : null;
        return new Call(
                id,
                ACCOUNT,
                true,
                party,
                state,
                false,
                "opus",
                created(id),
                created(id),
                ended,
                held,
                null,
                null,
                null,
                null,
                membership);
    }

    private static Call call(String id, CallState state, @Nullable Instant answered, @Nullable Instant ended) {
        Party party = new Party("Bruno", "sip:203@example.com", "203");
        return new Call(id, ACCOUNT, true, party, state, false, "opus", CREATED, answered, ended);
    }
}
