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

    private static Call call(String id, CallState state, @Nullable Instant answered, @Nullable Instant ended) {
        Party party = new Party("Bruno", "sip:203@example.com", "203");
        return new Call(id, ACCOUNT, true, party, state, false, "opus", CREATED, answered, ended);
    }
}
