/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.condition.Condition;

/** The bundles and the Conditions of others that features need; tells when one that is asked about comes or goes. */
final class Surroundings implements BundleListener, ServiceListener, AutoCloseable {

    private static final int HERE = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;
    private static final String CONDITIONS = "(objectClass=" + Condition.class.getName() + ")";

    private final BundleContext context;
    private final Predicate<ServiceReference<?>> ours;
    private final Runnable changed;
    private volatile Set<String> watched = Set.of();

    /**
     * @param ours which Conditions do not count, since they stand for features themselves
     * @param changed called on threads of the framework
     */
    Surroundings(BundleContext context, Predicate<ServiceReference<?>> ours, Runnable changed) {
        this.context = context;
        this.ours = ours;
        this.changed = changed;
    }

    void open() {
        context.addBundleListener(this);
        try {
            context.addServiceListener(this, CONDITIONS);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names what is worth telling of. */
    void watch(Set<String> names) {
        watched = Set.copyOf(names);
    }

    /** Whether a bundle of this symbolic name is resolved, or there is a Condition with this id. */
    boolean has(String need) {
        if (Arrays.stream(context.getBundles())
                .anyMatch(bundle -> need.equals(bundle.getSymbolicName()) && (bundle.getState() & HERE) != 0)) {
            return true;
        }
        try {
            Collection<ServiceReference<Condition>> conditions = context.getServiceReferences(Condition.class, null);
            return conditions.stream()
                    .anyMatch(condition ->
                            need.equals(condition.getProperty(Condition.CONDITION_ID)) && !ours.test(condition));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    @NonNullByDefault({})
    public void bundleChanged(BundleEvent event) {
        String name = event.getBundle().getSymbolicName();
        if (name != null && watched.contains(name)) {
            changed.run();
        }
    }

    @Override
    @NonNullByDefault({})
    public void serviceChanged(ServiceEvent event) {
        if (event.getServiceReference().getProperty(Condition.CONDITION_ID) instanceof String id
                && watched.contains(id)) {
            changed.run();
        }
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
        context.removeServiceListener(this);
    }
}
