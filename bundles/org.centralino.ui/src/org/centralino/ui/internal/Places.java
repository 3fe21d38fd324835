/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.centralino.quarantine.Guest;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveExtensions;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is contributed to a composite, each in a place of its own, by their order. A place is made and filled when its entry
 * comes, and disposed when it goes; the others are not touched. Display thread only.
 */
final class Places {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    private final Composite parent;
    private final Supplier<Composite> empty;
    private final BiConsumer<Contribution, Composite> fill;
    private final LiveExtensions entries;
    private final Set<IConfigurationElement> bad = new HashSet<>();
    private final Map<Contribution, @Nullable Composite> places = new LinkedHashMap<>();

    /**
     * @param parent they come and go with it
     * @param empty makes a place there
     * @param fill fills it; one that throws or is disposed then is not tried again
     */
    Places(
            Composite parent,
            IExtensionRegistry registry,
            String point,
            Supplier<Composite> empty,
            BiConsumer<Contribution, Composite> fill) {
        this.parent = parent;
        this.empty = empty;
        this.fill = fill;
        entries = new LiveExtensions(
                registry, point, Places.class, new DisplayExecutor(parent.getDisplay()), this::update);
        parent.addDisposeListener(event -> entries.close());
        bring();
    }

    private void update() {
        if (parent.isDisposed()) {
            return;
        }
        Control focus = parent.getDisplay().getFocusControl();
        if (bring()) {
            parent.layout(true, true);
            if (focus != null && focus.isDisposed()) {
                parent.setFocus();
            }
        }
    }

    /** Makes and disposes places; true when there are others than before. */
    private boolean bring() {
        bad.removeIf(entries.guests()::isHeld);
        List<Contribution> wanted = Contribution.read(entries.get(), bad);
        List<Composite> next = new ArrayList<>();
        boolean changed = false;
        for (Contribution gone : List.copyOf(places.keySet())) {
            if (!wanted.contains(gone)) {
                changed |= dispose(places.remove(gone));
            }
        }
        for (Contribution contribution : wanted) {
            Composite place = places.get(contribution);
            if (place == null) {
                place = empty.get();
                fill(contribution, place);
                if (place.isDisposed()) {
                    bad.add(contribution.element());
                    continue;
                }
                places.put(contribution, place);
                changed = true;
            }
            next.add(place);
        }
        if (changed) {
            next.forEach(place -> place.moveBelow(null));
        }
        return changed;
    }

    /** One that cannot be filled is logged, and its place goes; a guest's that cannot puts the guest in quarantine. */
    private void fill(Contribution contribution, Composite place) {
        Guest guest = entries.guests().of(contribution.element());
        if (guest != null) {
            if (!guest.here("filling " + contribution.id(), () -> fill.accept(contribution, place))) {
                place.dispose();
            }
            return;
        }
        try {
            fill.accept(contribution, place);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} is left out", contribution.id(), e);
            place.dispose();
        }
    }

    private static boolean dispose(@Nullable Composite place) {
        if (place != null) {
            place.dispose();
        }
        return place != null;
    }
}
