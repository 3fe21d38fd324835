/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The services of one kind that there are now, and word of it when others come or go. May be used on any thread.
 *
 * @param <T> the services' interface
 */
final class Services<T> implements Supplier<@Nullable T>, AutoCloseable {

    private final Tracker<T> tracker;

    /** @param changed run on any thread, also while this is being made */
    Services(Class<T> service, Runnable changed) {
        tracker = new Tracker<>(service, changed);
        tracker.open();
    }

    /** The best one; null when there is none. */
    @Override
    public @Nullable T get() {
        return tracker.getService();
    }

    List<T> all() {
        return List.copyOf(tracker.getTracked().values());
    }

    @Override
    public void close() {
        tracker.close();
    }

    @NonNullByDefault({})
    private static final class Tracker<S> extends ServiceTracker<S, S> {

        private final Runnable changed;

        Tracker(Class<S> service, Runnable changed) {
            super(FrameworkUtil.getBundle(Services.class).getBundleContext(), service, null);
            this.changed = changed;
        }

        @Override
        public S addingService(ServiceReference<S> reference) {
            S service = super.addingService(reference);
            changed.run();
            return service;
        }

        @Override
        public void removedService(ServiceReference<S> reference, S service) {
            super.removedService(reference, service);
            changed.run();
        }
    }
}
