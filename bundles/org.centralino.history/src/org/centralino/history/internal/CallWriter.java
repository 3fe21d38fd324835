/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.centralino.history.HistoryProblem;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes calls as they change, and keeps what cannot be written now until it can. Belongs to the history's thread, but for
 * {@link #problem}.
 */
final class CallWriter {

    private static final Logger LOG = LoggerFactory.getLogger(CallWriter.class);
    private static final long RETRY_MS = 20_000;

    private final CallStore store;
    private final ScheduledExecutorService timer;
    private final Runnable told;
    private final Set<CallRecord> unsaved = new LinkedHashSet<>();
    private volatile @Nullable HistoryProblem problem;
    private @Nullable HistoryProblem setAside;
    private boolean retrying;
    private boolean abandonedClosed;

    /**
     * @param timer whose thread is the history's
     * @param told run after something was written, or cannot be written any more
     */
    CallWriter(CallStore store, ScheduledExecutorService timer, Runnable told) {
        this.store = store;
        this.timer = timer;
        this.told = told;
    }

    /** What is wrong with the history now. Any thread. */
    @Nullable
    HistoryProblem problem() {
        return problem;
    }

    /** Writes this, and whatever else is to be written. */
    void save(CallRecord record) {
        unsaved.add(record);
        flush();
    }

    /** Writes what is not written; what cannot be written now is tried again. */
    void flush() {
        try {
            if (!abandonedClosed) {
                store.closeAbandoned();
                abandonedClosed = true;
            }
            boolean news = !unsaved.isEmpty();
            if (news) {
                store.save(unsaved);
                unsaved.clear();
            }
            HistoryProblem before = problem;
            problem = setAside;
            if (news || before != setAside) {
                told.run();
            }
        } catch (SQLException e) {
            failed(e);
        }
    }

    /** The database is another one, without rows, since the one before was damaged and lies here. */
    void replaced(Path damaged, Collection<@Nullable CallRecord> live) {
        for (CallRecord record : live) {
            if (record != null) {
                record.setId(0);
                unsaved.add(record);
            }
        }
        setAside = new HistoryProblem(HistoryProblem.Kind.SET_ASIDE, damaged.toString());
    }

    private void failed(SQLException e) {
        HistoryProblem now = problem;
        if (now == null || now.kind() != HistoryProblem.Kind.NOT_WRITTEN) {
            LOG.error("Calls cannot be written down; it is tried again every {} s", RETRY_MS / 1000, e);
            String why = e.getMessage();
            problem = new HistoryProblem(HistoryProblem.Kind.NOT_WRITTEN, why == null ? "" : why);
            told.run();
        }
        if (!retrying && !timer.isShutdown()) {
            retrying = true;
            timer.schedule(this::retry, RETRY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void retry() {
        retrying = false;
        flush();
    }
}
