/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.centralino.directory.ContactId;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryEntry.Part;
import org.centralino.history.HistoryProblem;
import org.centralino.history.HistoryQuery;
import org.centralino.history.HistoryService;
import org.centralino.telephony.EndReason;
import org.eclipse.jdt.annotation.Nullable;

/** A history in memory; its answers wait where the test wants them to. */
final class FakeHistory implements HistoryService {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    final List<HistoryEntry> entries = new ArrayList<>();
    final List<HistoryQuery> asked = new ArrayList<>();
    final List<CompletableFuture<List<HistoryEntry>>> waiting = new ArrayList<>();
    final List<String> commands = new ArrayList<>();
    boolean slow;
    boolean broken;

    @Nullable
    HistoryProblem problem;

    /** Adds a call that came in, or went out, so many minutes ago. */
    HistoryEntry add(long minutes, boolean outgoing, String number, String name, EndReason.@Nullable Kind end) {
        HistoryEntry entry = entry(entries.size() + 1, minutes, outgoing, number, name, null, end, List.of());
        entries.add(entry);
        return entry;
    }

    static HistoryEntry entry(
            long id,
            long minutes,
            boolean outgoing,
            String number,
            String name,
            @Nullable ContactId contact,
            EndReason.@Nullable Kind end,
            List<Part> parts) {
        Instant start = NOW.minusSeconds(60 * minutes);
        boolean talked = end == EndReason.Kind.HUNG_UP
                || end == EndReason.Kind.PEER_HUNG_UP
                || end == EndReason.Kind.TRANSFERRED;
        return new HistoryEntry(
                id,
                outgoing,
                number,
                name,
                contact,
                "",
                start,
                talked ? start.plusSeconds(5) : null,
                end == null ? null : start.plusSeconds(70),
                end == null ? null : new EndReason(end, 0, ""),
                parts,
                outgoing || end != EndReason.Kind.MISSED);
    }

    @Override
    public CompletableFuture<List<HistoryEntry>> find(HistoryQuery query) {
        asked.add(query);
        if (broken) {
            return CompletableFuture.failedFuture(new IllegalStateException("meant to fail"));
        }
        CompletableFuture<List<HistoryEntry>> answer = new CompletableFuture<>();
        if (slow) {
            waiting.add(answer);
        } else {
            answer.complete(matching(query));
        }
        return answer;
    }

    List<HistoryEntry> matching(HistoryQuery query) {
        return entries.stream()
                .filter(entry -> entry.id() < query.before())
                .filter(entry -> !query.missed() || entry.isMissed())
                .filter(entry -> query.contact() == null || Objects.equals(query.contact(), entry.contact()))
                .filter(entry -> entry.name().contains(query.text()))
                .sorted(Comparator.comparingLong(HistoryEntry::id).reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public CompletableFuture<Integer> missed() {
        return CompletableFuture.completedFuture(
                (int) entries.stream().filter(entry -> !entry.seen()).count());
    }

    @Override
    public CompletableFuture<Void> markSeen(long upTo) {
        commands.add("seen " + upTo);
        return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<Void> delete(long id) {
        commands.add("delete " + id);
        entries.removeIf(entry -> entry.id() == id);
        return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<Integer> export(HistoryQuery query, Path file) {
        commands.add("export " + query.text() + (query.missed() ? " missed" : ""));
        return broken
                ? CompletableFuture.failedFuture(new IllegalStateException("meant to fail"))
                : CompletableFuture.completedFuture(entries.size());
    }

    @Override
    public @Nullable HistoryProblem problem() {
        return problem;
    }
}
