/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An entry of the extension point {@code org.centralino.ui.desk}. */
record DeskSection(String id, int order, String uri) {

    private static final Logger LOG = LoggerFactory.getLogger(DeskSection.class);
    private static final String POINT = "org.centralino.ui.desk";

    /** All sound entries by their order; a bad one is logged and left out. */
    static List<DeskSection> read(IExtensionRegistry registry) {
        List<DeskSection> sections = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            try {
                sections.add(new DeskSection(
                        need(element, "id"),
                        Integer.parseInt(need(element, "order")),
                        "bundleclass://" + element.getContributor().getName() + "/" + need(element, "class")));
            } catch (IllegalArgumentException | InvalidRegistryObjectException e) {
                LOG.warn("An entry of {} by {} is left out: {}", POINT, element.getContributor(), e.getMessage());
            }
        }
        sections.sort(Comparator.comparingInt(DeskSection::order).thenComparing(DeskSection::id));
        return sections;
    }

    private static String need(IConfigurationElement element, String name) {
        String value = element.getAttribute(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return value;
    }
}
