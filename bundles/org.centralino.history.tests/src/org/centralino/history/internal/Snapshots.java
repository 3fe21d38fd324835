/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.time.Instant;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.eclipse.jdt.annotation.Nullable;

/** Calls as a call service would tell of them. */
final class Snapshots {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    static final String ACCOUNT = "sip:anna@example.test";

    private Snapshots() {}

    static Call incoming(String id, String number, @Nullable String name) {
        return call(id, false, party(number, name), new CallState.Incoming());
    }

    static Call outgoing(String id, String number) {
        return call(id, true, party(number, null), new CallState.Dialing());
    }

    static Call answered(Call call) {
        return with(call, new CallState.Active(false, false), START.plusSeconds(5), null, null, null);
    }

    static Call held(Call call, Instant since) {
        return with(call, new CallState.Active(true, false), call.answered(), null, since, call.transfer());
    }

    static Call transferring(Call call, String target, Transfer.Status status) {
        Transfer transfer = new Transfer(party(target, null), false, status, null);
        return with(call, call.state(), call.answered(), null, call.held(), transfer);
    }

    static Call ended(Call call, EndReason.Kind kind) {
        return with(
                call,
                new CallState.Ended(new EndReason(kind, 0, "")),
                call.answered(),
                START.plusSeconds(65),
                null,
                call.transfer());
    }

    static Call missed(String id, String number, @Nullable String name) {
        return ended(incoming(id, number, name), EndReason.Kind.MISSED);
    }

    static Party party(String number, @Nullable String name) {
        return new Party(name, "sip:" + number + "@example.test", number);
    }

    private static Call call(String id, boolean outgoing, Party remote, CallState state) {
        return new Call(id, ACCOUNT, outgoing, remote, state, false, null, START, null, null);
    }

    private static Call with(
            Call call,
            CallState state,
            @Nullable Instant answered,
            @Nullable Instant ended,
            @Nullable Instant held,
            @Nullable Transfer transfer) {
        return new Call(
                call.id(),
                call.account(),
                call.outgoing(),
                call.remote(),
                state,
                false,
                null,
                call.created(),
                answered,
                ended,
                held,
                transfer,
                null);
    }
}
