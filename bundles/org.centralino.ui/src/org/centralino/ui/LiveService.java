/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * An OSGi service that may come and go while a view is open: {@link #get} is the best one there is now, or null. May be
 * used on any thread.
 *
 * @param <T> the service's interface
 */
public final class LiveService<T> implements Supplier<@Nullable T>, AutoCloseable {

    private final ServiceTracker<T, T> tracker;

    /** @param user a class of the bundle that uses the service */
    public LiveService(Class<T> service, Class<?> user) {
        BundleContext context = FrameworkUtil.getBundle(user).getBundleContext();
        tracker = new ServiceTracker<>(context, service, null);
        tracker.open();
    }

    @Override
    public @Nullable T get() {
        return tracker.getService();
    }

    @Override
    public void close() {
        tracker.close();
    }
}
