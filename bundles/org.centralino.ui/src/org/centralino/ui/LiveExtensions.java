/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The entries of one of our extension points that are there now: they come and go with their bundles, and where an entry
 * names a Condition in its attribute {@code condition}, with that. Those of a guest that is in quarantine are not there. May be
 * used on any thread.
 */
public final class LiveExtensions implements Supplier<List<IConfigurationElement>>, AutoCloseable {

    private final IExtensionRegistry registry;
    private final String point;
    private final Conditions conditions;
    private final Guests guests;
    private final IRegistryEventListener listener;

    /**
     * @param user a class of the bundle that has the point
     * @param display where {@code changed} is called
     * @param changed called when there may be other entries than before
     */
    public LiveExtensions(
            IExtensionRegistry registry, String point, Class<?> user, Executor display, Runnable changed) {
        this.registry = registry;
        this.point = point;
        conditions = new Conditions(user, display, changed);
        guests = new Guests(user, display, changed);
        listener = new Changes(() -> display.execute(changed));
        registry.addListener(listener, point);
    }

    /** In the registry's order. */
    @Override
    public List<IConfigurationElement> get() {
        List<IConfigurationElement> entries = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(point)) {
            try {
                String condition = element.getAttribute("condition");
                if ((condition == null || conditions.has(condition.strip())) && !guests.isHeld(element)) {
                    entries.add(element);
                }
            } catch (InvalidRegistryObjectException e) {
                continue; // its bundle is going; the registry will say so
            }
        }
        return entries;
    }

    /** Whose code the entries are. */
    public Guests guests() {
        return guests;
    }

    @Override
    public void close() {
        registry.removeListener(listener);
        guests.close();
        conditions.close();
    }

    @NonNullByDefault({})
    private static final class Changes implements IRegistryEventListener {

        private final Runnable changed;

        Changes(Runnable changed) {
            this.changed = changed;
        }

        @Override
        public void added(IExtension[] extensions) {
            changed.run();
        }

        @Override
        public void removed(IExtension[] extensions) {
            changed.run();
        }

        @Override
        public void added(IExtensionPoint[] points) {
            changed.run();
        }

        @Override
        public void removed(IExtensionPoint[] points) {
            changed.run();
        }
    }
}
