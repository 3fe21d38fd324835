/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An entry of one of our extension points whose class fills a composite: a section of the desk, an item of the status bar.
 * One whose bundle was installed anew is another one.
 */
record Contribution(IConfigurationElement element, String id, int order, String bundle, String type) {

    private static final Logger LOG = LoggerFactory.getLogger(Contribution.class);

    /**
     * All sound ones of these entries by their order; a bad one is logged and left out.
     *
     * @param bad the bad ones known already, which are not logged again
     */
    static List<Contribution> read(List<IConfigurationElement> elements, Set<IConfigurationElement> bad) {
        List<Contribution> all = new ArrayList<>();
        for (IConfigurationElement element : elements) {
            try {
                if (!bad.contains(element)) {
                    all.add(of(element));
                }
            } catch (IllegalArgumentException | InvalidRegistryObjectException e) {
                bad.add(element);
                LOG.warn("A {} by {} is left out: {}", element.getName(), element.getContributor(), e.getMessage());
            }
        }
        all.sort(Comparator.comparingInt(Contribution::order).thenComparing(Contribution::id));
        return all;
    }

    private static Contribution of(IConfigurationElement element) {
        return new Contribution(
                element,
                need(element, "id"),
                Integer.parseInt(need(element, "order")),
                element.getContributor().getName(),
                need(element, "class"));
    }

    /**
     * Lets its class fill the place.
     *
     * @throws RuntimeException whatever it throws, and where there is no such class
     */
    void fill(Composite place, IEclipseContext context) {
        IEclipseContext own = context.createChild(id);
        own.set(Composite.class, place);
        place.addDisposeListener(event -> own.dispose());
        Bundle contributor = org.eclipse.core.runtime.Platform.getBundle(bundle);
        if (contributor == null) {
            throw new IllegalStateException(bundle + " is gone");
        }
        try {
            ContextInjectionFactory.make(contributor.loadClass(type), own);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String need(IConfigurationElement element, String name) {
        String value = element.getAttribute(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return value;
    }
}
