/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.centralino.entitlement.EntitlementService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The OSGi Conditions there are now: a user's features, and whatever else a bundle says by one. They come and go while views
 * are open. May be used on any thread.
 */
public final class Conditions implements AutoCloseable {

    private record Seen(String id, boolean feature) {}

    private final Map<ServiceReference<Condition>, Seen> present = new ConcurrentHashMap<>();
    private final Executor display;
    private final Runnable changed;
    private final ServiceTracker<Condition, ServiceReference<Condition>> tracker;
    private volatile boolean open;

    /**
     * @param user a class of the bundle that asks
     * @param display where {@code changed} is called
     * @param changed called when a Condition came, went, or has another policy
     */
    public Conditions(Class<?> user, Executor display, Runnable changed) {
        this.display = display;
        this.changed = changed;
        BundleContext context = FrameworkUtil.getBundle(user).getBundleContext();
        tracker = new ServiceTracker<>(context, Condition.class, new Changes());
        tracker.open();
        open = true;
    }

    /** Whether there is one with this id; always for an empty one. */
    public boolean has(String id) {
        return id.isEmpty()
                || present.values().stream().anyMatch(seen -> seen.id().equals(id));
    }

    /** The ids of those that stand for features that the user has, in alphabetical order. */
    public List<String> features() {
        return present.values().stream()
                .filter(Seen::feature)
                .map(Seen::id)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        open = false;
        tracker.close();
    }

    private void tell() {
        if (open) {
            display.execute(changed);
        }
    }

    @NonNullByDefault({})
    private final class Changes implements ServiceTrackerCustomizer<Condition, ServiceReference<Condition>> {

        @Override
        public ServiceReference<Condition> addingService(ServiceReference<Condition> reference) {
            see(reference);
            return reference;
        }

        @Override
        public void modifiedService(ServiceReference<Condition> reference, ServiceReference<Condition> same) {
            see(reference);
        }

        @Override
        public void removedService(ServiceReference<Condition> reference, ServiceReference<Condition> same) {
            present.remove(reference);
            tell();
        }

        private void see(ServiceReference<Condition> reference) {
            String id = Objects.toString(reference.getProperty(Condition.CONDITION_ID), "");
            present.put(reference, new Seen(id, reference.getProperty(EntitlementService.POLICY) != null));
            tell();
        }
    }
}
