/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.centralino.history.HistoryEntry;
import org.centralino.ui.history.EntryAction;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What bundles add to past calls, by its order. Display thread only. */
final class EntryActions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EntryActions.class);

    private final BundleContext context =
            FrameworkUtil.getBundle(EntryActions.class).getBundleContext();
    private final ServiceTracker<EntryAction, EntryAction> tracker =
            new ServiceTracker<>(context, EntryAction.class, new Changes());
    private final Set<EntryAction> broken = new HashSet<>();
    private final Soon soon;
    private Runnable told = () -> {};

    EntryActions(Executor display) {
        soon = new Soon(display, () -> told.run());
        tracker.open();
    }

    /** What is told when rows are to be asked anew. */
    void onChange(Runnable changed) {
        told = changed;
    }

    /** Those that are for this call. */
    List<EntryAction> of(HistoryEntry entry) {
        List<EntryAction> all = new ArrayList<>(tracker.getTracked().values());
        all.removeIf(action -> name(action, entry).isEmpty());
        all.sort(Comparator.comparingInt(EntryAction::order).thenComparing(EntryAction::id));
        return all;
    }

    /** What it is for this call; empty: nothing. */
    String name(EntryAction action, HistoryEntry entry) {
        if (broken.contains(action)) {
            return "";
        }
        try {
            return action.name(entry);
        } catch (RuntimeException | LinkageError e) {
            drop(action, e);
            return "";
        }
    }

    void run(EntryAction action, HistoryEntry entry, Control row) {
        try {
            action.run(entry, row);
        } catch (RuntimeException | LinkageError e) {
            drop(action, e);
            soon.schedule();
        }
    }

    private void drop(EntryAction action, Throwable reason) {
        LOG.error("{} is offered no more for past calls", action.getClass().getName(), reason);
        broken.add(action);
    }

    @Override
    public void close() {
        told = () -> {};
        tracker.close();
    }

    @NonNullByDefault({})
    private final class Changes implements ServiceTrackerCustomizer<EntryAction, EntryAction> {

        private final Runnable changed = () -> soon.schedule();

        @Override
        public @Nullable EntryAction addingService(ServiceReference<EntryAction> reference) {
            EntryAction action = context.getService(reference);
            if (action != null) {
                action.addListener(changed);
                changed.run();
            }
            return action;
        }

        @Override
        public void modifiedService(ServiceReference<EntryAction> reference, EntryAction action) {
            // nothing of it is in the properties
        }

        @Override
        public void removedService(ServiceReference<EntryAction> reference, EntryAction action) {
            action.removeListener(changed);
            context.ungetService(reference);
            changed.run();
        }
    }
}
