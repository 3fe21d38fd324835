/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.function.Supplier;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** The recording, which comes and goes with the user's right to it, and what it tells. May be used on any thread. */
final class RecordingWatch implements Supplier<@Nullable RecordingService>, AutoCloseable {

    private final BundleContext context =
            FrameworkUtil.getBundle(RecordingWatch.class).getBundleContext();
    private final ServiceTracker<RecordingService, RecordingService> tracker =
            new ServiceTracker<>(context, RecordingService.class, new Changes());
    private @Nullable ServiceRegistration<RecordingListener> listener;
    private Runnable changed = () -> {};
    private volatile @Nullable RecordingService current;

    /**
     * Begins to watch.
     *
     * @param told as long as the watch is open
     * @param cameOrWent run on any thread when the service came or went
     */
    void open(RecordingListener told, Runnable cameOrWent) {
        changed = cameOrWent;
        tracker.open();
        listener = context.registerService(RecordingListener.class, told, null);
    }

    @Override
    public @Nullable RecordingService get() {
        return current;
    }

    @Override
    public void close() {
        ServiceRegistration<RecordingListener> registered = listener;
        listener = null;
        if (registered != null) {
            registered.unregister();
        }
        tracker.close();
    }

    @NonNullByDefault({})
    private final class Changes implements ServiceTrackerCustomizer<RecordingService, RecordingService> {

        @Override
        public @Nullable RecordingService addingService(ServiceReference<RecordingService> reference) {
            RecordingService service = context.getService(reference);
            if (service != null) {
                current = service;
                changed.run();
            }
            return service;
        }

        @Override
        public void modifiedService(ServiceReference<RecordingService> reference, RecordingService service) {
            // nothing of it is in the properties
        }

        @Override
        public void removedService(ServiceReference<RecordingService> reference, RecordingService service) {
            if (current == service) {
                current = null;
                changed.run();
            }
            context.ungetService(reference);
        }
    }
}
