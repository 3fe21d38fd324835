/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.centralino.ui.interaction.ContactSection;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the extension point {@code org.centralino.ui.interaction.sections}; a bad entry is logged and left out. */
final class SectionReader {

    static final String POINT = "org.centralino.ui.interaction.sections";

    private static final Logger LOG = LoggerFactory.getLogger(SectionReader.class);

    private final IExtensionRegistry registry;

    SectionReader(IExtensionRegistry registry) {
        this.registry = registry;
    }

    /** The sound entries by their order. */
    List<SectionEntry> read() {
        List<SectionEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            try {
                SectionEntry entry = entry(element);
                if (!ids.add(entry.id())) {
                    throw new IllegalArgumentException("id " + entry.id() + " is taken");
                }
                entries.add(entry);
            } catch (CoreException | RuntimeException | LinkageError e) {
                LOG.warn("An entry of {} by {} is left out: {}", POINT, contributor(element), e.toString());
            }
        }
        entries.sort(Comparator.comparingInt(SectionEntry::order).thenComparing(SectionEntry::id));
        return entries;
    }

    private static SectionEntry entry(IConfigurationElement element) throws CoreException {
        String id = need(element, "id");
        int order = Integer.parseInt(need(element, "order"));
        String label = need(element, "label");
        if (!(element.createExecutableExtension("class") instanceof ContactSection section)) {
            throw new IllegalArgumentException("the class of " + id + " is no ContactSection");
        }
        return new SectionEntry(id, order, label, section);
    }

    private static String need(IConfigurationElement element, String name) {
        String value = element.getAttribute(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return value;
    }

    private static String contributor(IConfigurationElement element) {
        try {
            return element.getContributor().getName();
        } catch (InvalidRegistryObjectException e) {
            return "a bundle that is gone";
        }
    }
}
