/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.directory.ContactId;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryListener;
import org.centralino.history.HistoryQuery;
import org.centralino.history.HistoryService;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries that a list shows, read page by page as it is scrolled on. A change reads the first page anew: what lies below
 * does not change. {@link #historyChanged} may come on any thread, everything else belongs to the display's.
 */
final class EntryPages implements HistoryListener {

    private static final Logger LOG = LoggerFactory.getLogger(EntryPages.class);

    private final Supplier<@Nullable HistoryService> service;
    private final Executor display;
    private final int page;
    private final Runnable changed;
    private final Soon soon;
    private HistoryQuery wanted;
    private HistoryQuery shown;
    private List<HistoryEntry> entries = List.of();
    private boolean whole;
    private boolean loading;
    private boolean stale;
    private boolean failed;
    private boolean absent;

    /** @param changed run on the display's thread when what is here changed */
    EntryPages(Supplier<@Nullable HistoryService> service, Executor display, int page, Runnable changed) {
        this.service = service;
        this.display = display;
        this.page = page;
        this.changed = changed;
        soon = new Soon(display, this::refresh);
        wanted = new HistoryQuery("", null, false, Long.MAX_VALUE, page);
        shown = wanted;
    }

    /** Which calls are wanted from now on. */
    void want(String text, @Nullable ContactId contact, boolean missed) {
        wanted = new HistoryQuery(text, contact, missed, Long.MAX_VALUE, page);
        refresh();
    }

    /** The calls that are wanted. */
    HistoryQuery wanted() {
        return wanted;
    }

    /** Whose entries are here: behind {@link #wanted} while they are read. */
    HistoryQuery shown() {
        return shown;
    }

    /** The latest first. */
    List<HistoryEntry> entries() {
        return entries;
    }

    /** Whether there are no more. */
    boolean isWhole() {
        return whole;
    }

    /** Whether there is no history to read from. */
    boolean isAbsent() {
        return absent;
    }

    /** Whether the last reading failed. */
    boolean isFailed() {
        return failed;
    }

    @Override
    public void historyChanged() {
        soon.historyChanged();
    }

    /** Reads the first page anew. */
    void refresh() {
        if (loading) {
            stale = true;
        } else {
            read(wanted);
        }
    }

    /** One is gone, wherever it stood. */
    void forget(long id) {
        entries = entries.stream().filter(entry -> entry.id() != id).toList();
        changed.run();
    }

    /** Reads on, if there is more. */
    void more() {
        if (!loading && !whole && !failed && !entries.isEmpty() && shown.equals(wanted)) {
            long before = entries.getLast().id();
            read(new HistoryQuery(wanted.text(), wanted.contact(), wanted.missed(), before, page));
        }
    }

    private void read(HistoryQuery query) {
        HistoryService history = service.get();
        absent = history == null;
        if (history == null) {
            changed.run();
            return;
        }
        loading = true;
        stale = false;
        HistoryQuery asked = wanted;
        history.find(query)
                .thenAccept(found -> display.execute(() -> found(asked, query, found)))
                .exceptionally(failure -> {
                    LOG.warn("Past calls cannot be read", failure);
                    display.execute(this::failed);
                    return null;
                });
    }

    private void found(HistoryQuery asked, HistoryQuery query, List<HistoryEntry> found) {
        loading = false;
        if (asked.equals(wanted)) {
            boolean full = found.size() == page;
            List<HistoryEntry> now = new ArrayList<>();
            if (query.before() < Long.MAX_VALUE) {
                now.addAll(entries);
                now.addAll(found);
                whole = !full;
            } else {
                now.addAll(found);
                long last = full ? found.getLast().id() : 0;
                // Only what follows without a gap is still right.
                if (full
                        && shown.equals(wanted)
                        && !entries.isEmpty()
                        && entries.getFirst().id() >= last) {
                    entries.stream().filter(entry -> entry.id() < last).forEach(now::add);
                }
                whole = !full || whole && now.size() > found.size();
            }
            entries = now;
            shown = asked;
            failed = false;
            changed.run();
        }
        if (stale || !asked.equals(wanted)) {
            read(wanted);
        }
    }

    private void failed() {
        loading = false;
        failed = true;
        if (!shown.equals(wanted)) {
            entries = List.of(); // those of somebody else are no answer
            shown = wanted;
        }
        changed.run();
        if (stale) {
            read(wanted);
        }
    }
}
