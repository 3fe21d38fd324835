/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history;

import java.time.Instant;
import java.util.List;
import org.centralino.directory.ContactId;
import org.centralino.telephony.EndReason;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One call as it is remembered. Immutable.
 *
 * @param id of the entry, rising with time
 * @param outgoing whether we dialled
 * @param number of the far side as it can be dialled again: a number, or an address without {@code sip:} where it is of another
 *     domain; empty where the caller withheld it
 * @param name of the far side at the time: the contact's, else what it said of itself; may be empty
 * @param contact who it was found to be; null where nobody was
 * @param divertedFrom for whom the call was; empty where it was not diverted
 * @param start when it was dialled or came in
 * @param answered when it was answered; null while or where it was not
 * @param ended when it ended; null while it goes on, and for ever where the workstation was not there to see it
 * @param reason why it ended; null while it has not. One without an end (FAILED) is over, though nobody saw how
 * @param parts what happened in it, in order
 * @param seen whether the user has seen that it was missed; true for all others
 */
public record HistoryEntry(
        long id,
        boolean outgoing,
        String number,
        String name,
        @Nullable ContactId contact,
        String divertedFrom,
        Instant start,
        @Nullable Instant answered,
        @Nullable Instant ended,
        @Nullable EndReason reason,
        List<Part> parts,
        boolean seen) {

    /** What happened in a call. A later minor version may have further kinds. */
    @ProviderType
    public sealed interface Part {

        /** We held it. {@code until} is null while we do. */
        record Held(Instant from, @Nullable Instant until) implements Part {}

        /** It was transferred to {@code to}, a number or name. */
        record Transferred(Instant at, String to, boolean succeeded) implements Part {}
    }

    public HistoryEntry {
        parts = List.copyOf(parts);
    }

    /** Whether somebody called and nobody answered, here or elsewhere. */
    public boolean isMissed() {
        EndReason end = reason;
        return !outgoing && end != null && end.kind() == EndReason.Kind.MISSED;
    }
}
