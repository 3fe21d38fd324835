/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.time.Instant;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Party;

/** Calls to test with. */
final class Calls {

    static final String ID = "1";

    private Calls() {}

    static Call ringing() {
        return call(new CallState.Dialing());
    }

    static Call answered() {
        return call(new CallState.Active(false, false));
    }

    private static Call call(CallState state) {
        Party maria = new Party("Maria Rossi", "sip:142@example.test", "142");
        return new Call(ID, "sip:anna@example.test", true, maria, state, false, null, Instant.EPOCH, null, null);
    }
}
