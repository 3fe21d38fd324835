/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.history.HistoryListener;
import org.centralino.history.HistoryService;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many missed calls the user has not seen. {@link #historyChanged} may come on any thread, everything else belongs to the
 * display's.
 */
final class MissedCount implements HistoryListener {

    private static final Logger LOG = LoggerFactory.getLogger(MissedCount.class);

    private final Supplier<@Nullable HistoryService> service;
    private final Executor display;
    private final Runnable changed;
    private final Soon soon;
    private int count;

    /** @param changed run on the display's thread when the number changed */
    MissedCount(Supplier<@Nullable HistoryService> service, Executor display, Runnable changed) {
        this.service = service;
        this.display = display;
        this.changed = changed;
        soon = new Soon(display, this::refresh);
    }

    int get() {
        return count;
    }

    @Override
    public void historyChanged() {
        soon.historyChanged();
    }

    /** Counts them anew; false where there is no history to count in. */
    boolean refresh() {
        HistoryService history = service.get();
        if (history == null) {
            return false;
        }
        history.missed().thenAccept(now -> display.execute(() -> count(now))).exceptionally(failure -> {
            LOG.warn("Missed calls cannot be counted", failure);
            return null;
        });
        return true;
    }

    private void count(int now) {
        if (now != count) {
            count = now;
            changed.run();
        }
    }
}
