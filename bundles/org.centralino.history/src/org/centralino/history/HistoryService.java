/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The calls there were. Every method may be called on any thread and returns at once; what takes time is a future, completed on
 * the history's own thread. What a listener was told of is on disk.
 */
@ProviderType
public interface HistoryService {

    /** The latest calls first. */
    CompletableFuture<List<HistoryEntry>> find(HistoryQuery query);

    /** How many missed calls the user has not seen. */
    CompletableFuture<Integer> missed();

    /** The user has seen the missed calls up to this {@link HistoryEntry#id()}. */
    CompletableFuture<Void> markSeen(long upTo);

    /** Removes one entry that is over. */
    CompletableFuture<Void> delete(long id);

    /**
     * Writes what {@code query} finds, without its limit, as CSV (RFC 4180, UTF-8 with a byte order mark). No cell is one that
     * a spreadsheet would run.
     *
     * @return how many entries were written
     */
    CompletableFuture<Integer> export(HistoryQuery query, Path file);

    /** What is wrong with the history now; null where nothing is. A change is told to the listeners. */
    @Nullable
    HistoryProblem problem();
}
