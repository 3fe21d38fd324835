/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import static org.centralino.history.internal.Snapshots.answered;
import static org.centralino.history.internal.Snapshots.ended;
import static org.centralino.history.internal.Snapshots.incoming;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryQuery;
import org.centralino.telephony.Call;
import org.centralino.telephony.EndReason;

/** A workstation with no end of calls, which says what its history shows: to be killed while it does. */
final class Victim {

    private static final int AT_ONCE = 4;

    private Victim() {}

    /** @param arguments the history's folder, and the name of this life */
    public static void main(String[] arguments) throws Exception {
        String life = arguments[1];
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        CallHistory history = new CallHistory(Path.of(arguments[0]), InstantSource.system(), 0);
        Semaphore room = new Semaphore(3 * AT_ONCE);
        history.addListener(() -> history.find(new HistoryQuery("", null, false, Long.MAX_VALUE, 3 * AT_ONCE))
                .thenAccept(entries -> {
                    out.println(shown(entries));
                    room.release();
                }));
        for (int i = 0; ; i++) {
            room.acquire(3);
            Call call = incoming(life + "-" + i, life + i, null);
            history.callChanged(call);
            history.callChanged(answered(call));
            history.callChanged(ended(answered(call), EndReason.Kind.PEER_HUNG_UP));
        }
    }

    /** One line, with an end by which it is known to be whole. */
    private static String shown(List<HistoryEntry> entries) {
        StringBuilder line = new StringBuilder();
        for (HistoryEntry entry : entries) {
            line.append(entry.id()).append(' ').append(state(entry)).append(' ');
        }
        return line.append('.').toString();
    }

    /** How far a call is: what is shown may only go on, never back. */
    static int state(HistoryEntry entry) {
        return entry.ended() != null ? 2 : entry.answered() != null ? 1 : 0;
    }
}
