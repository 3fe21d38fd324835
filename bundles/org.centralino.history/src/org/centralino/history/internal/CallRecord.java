/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryEntry.Part;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Transfer;
import org.eclipse.jdt.annotation.Nullable;

/** One call as it is remembered while it goes on: snapshots make an entry of it. Belongs to the history's thread. */
final class CallRecord {

    private final String account;
    private HistoryEntry entry;
    private @Nullable Contact contact;
    private boolean transferTold;

    CallRecord(Call call, Instant now) {
        account = call.account();
        entry = new HistoryEntry(
                0, call.outgoing(), "", "", null, "", call.created(), null, null, null, List.of(), true);
        apply(call, now);
    }

    /** The account's address that the call ran on. */
    String account() {
        return account;
    }

    /** How it stands; its id is 0 until it has a row. */
    HistoryEntry entry() {
        return entry;
    }

    /** It has this row of the database; 0: none any more. */
    void setId(long id) {
        entry = with(id, entry, entry.answered(), entry.ended(), entry.reason(), entry.parts());
    }

    /** The call stands like this now. Returns whether that changes what is remembered. */
    boolean apply(Call call, Instant now) {
        HistoryEntry before = entry;
        EndReason reason = call.state() instanceof CallState.Ended over ? over.reason() : null;
        Instant ended = reason == null ? null : call.ended() == null ? now : call.ended();
        List<Part> parts = new ArrayList<>(before.parts());
        hold(parts, reason == null ? call.held() : null, ended == null ? now : ended);
        transfer(parts, call.transfer(), reason, now);
        name(call);
        entry = with(before.id(), entry, call.answered(), ended, reason, parts);
        return !entry.equals(before);
    }

    /** The far side was found to be this contact. Returns whether that changes what is remembered. */
    boolean identify(Contact found) {
        HistoryEntry before = entry;
        contact = found;
        entry = named(before.number(), Caller.text(found.name()), before.divertedFrom());
        return !entry.equals(before);
    }

    private void name(Call call) {
        String number = Caller.number(call.remote(), account);
        if (!number.equals(entry.number())) {
            contact = null; // somebody else is there now
        }
        Contact known = contact;
        String name = known == null ? Caller.name(call.remote()) : Caller.text(known.name());
        entry = named(number, name, Caller.label(call.divertedFrom()));
    }

    private static void hold(List<Part> parts, @Nullable Instant held, Instant now) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Held open && open.until() == null) {
                if (open.from().equals(held)) {
                    return;
                }
                parts.set(i, new Part.Held(open.from(), now));
            }
        }
        if (held != null) {
            parts.add(new Part.Held(held, null));
        }
    }

    private void transfer(List<Part> parts, @Nullable Transfer transfer, @Nullable EndReason reason, Instant now) {
        boolean decided = transfer != null
                && (reason != null
                        || transfer.status() == Transfer.Status.ANSWERED
                        || transfer.status() == Transfer.Status.FAILED);
        if (decided && transfer != null && !transferTold) {
            boolean succeeded = transfer.status() == Transfer.Status.ANSWERED
                    || reason != null && reason.kind() == EndReason.Kind.TRANSFERRED;
            parts.add(new Part.Transferred(now, Caller.label(transfer.target()), succeeded));
        }
        transferTold = decided;
    }

    private HistoryEntry named(String number, String name, String divertedFrom) {
        Contact known = contact;
        return new HistoryEntry(
                entry.id(),
                entry.outgoing(),
                number,
                name,
                known == null ? null : known.id(),
                divertedFrom,
                entry.start(),
                entry.answered(),
                entry.ended(),
                entry.reason(),
                entry.parts(),
                entry.seen());
    }

    private static HistoryEntry with(
            long id,
            HistoryEntry entry,
            @Nullable Instant answered,
            @Nullable Instant ended,
            @Nullable EndReason reason,
            List<Part> parts) {
        boolean missed = !entry.outgoing() && reason != null && reason.kind() == EndReason.Kind.MISSED;
        return new HistoryEntry(
                id,
                entry.outgoing(),
                entry.number(),
                entry.name(),
                entry.contact(),
                entry.divertedFrom(),
                entry.start(),
                answered,
                ended,
                reason,
                parts,
                !missed);
    }
}
