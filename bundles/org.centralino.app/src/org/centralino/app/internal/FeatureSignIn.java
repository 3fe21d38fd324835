/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.util.Map;
import java.util.Optional;
import org.centralino.entitlement.EntitlementService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what a profile grants to whoever keeps the user's features, now and whenever that comes. Any thread. */
final class FeatureSignIn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureSignIn.class);

    private final BundleContext context;
    private final ServiceTracker<EntitlementService, EntitlementService> tracker;
    private Map<String, String> grants = Map.of();

    FeatureSignIn(BundleContext context) {
        this.context = context;
        tracker = new ServiceTracker<>(context, EntitlementService.class, new Services());
    }

    /** Grants these and no others. */
    synchronized void use(Map<String, String> now) {
        grants = now;
        if (tracker.getTrackingCount() < 0) {
            tracker.open();
            return;
        }
        Optional.ofNullable(tracker.getService()).ifPresent(this::give);
    }

    private void give(EntitlementService service) {
        try {
            service.use(grants);
        } catch (RuntimeException e) {
            LOG.error("The features could not be brought up to what the profile grants", e);
        }
    }

    private synchronized void came(EntitlementService service) {
        give(service);
    }

    @Override
    public void close() {
        tracker.close();
    }

    @NonNullByDefault({})
    private final class Services implements ServiceTrackerCustomizer<EntitlementService, EntitlementService> {

        @Override
        public @Nullable EntitlementService addingService(ServiceReference<EntitlementService> reference) {
            EntitlementService service = context.getService(reference);
            if (service != null) {
                came(service);
            }
            return service;
        }

        @Override
        public void modifiedService(ServiceReference<EntitlementService> reference, EntitlementService service) {
            // nothing of it is in the properties
        }

        @Override
        public void removedService(ServiceReference<EntitlementService> reference, EntitlementService service) {
            context.ungetService(reference);
        }
    }
}
