/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.centralino.quarantine.Guest;
import org.centralino.ui.interaction.ContactSection;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the entries of {@code org.centralino.ui.interaction.sections} again and again. A bad one is logged once and left out; one
 * that was away for a while is made anew. Display thread only.
 */
final class SectionReader {

    static final String POINT = "org.centralino.ui.interaction.sections";

    private static final Logger LOG = LoggerFactory.getLogger(SectionReader.class);

    private final Supplier<List<IConfigurationElement>> elements;
    private final Function<IConfigurationElement, @Nullable Guest> guests;
    private final Executor display;
    private final Set<IConfigurationElement> bad = new HashSet<>();
    private Map<IConfigurationElement, @Nullable SectionEntry> made = new HashMap<>();

    /**
     * @param elements those that are there now
     * @param guests whose an entry is; null: ours
     * @param display where guests' sections are called
     */
    SectionReader(
            Supplier<List<IConfigurationElement>> elements,
            Function<IConfigurationElement, @Nullable Guest> guests,
            Executor display) {
        this.elements = elements;
        this.guests = guests;
        this.display = display;
    }

    /** The sound entries by their order. */
    List<SectionEntry> read() {
        List<SectionEntry> entries = new ArrayList<>();
        Map<IConfigurationElement, @Nullable SectionEntry> now = new HashMap<>();
        Set<String> ids = new HashSet<>();
        bad.removeIf(element -> !element.isValid());
        for (IConfigurationElement element : elements.get()) {
            if (bad.contains(element)) {
                continue;
            }
            try {
                SectionEntry entry = made.get(element);
                if (entry == null) {
                    entry = entry(element);
                }
                if (!ids.add(entry.id())) {
                    throw new IllegalArgumentException("id " + entry.id() + " is taken");
                }
                now.put(element, entry);
                entries.add(entry);
            } catch (CoreException | RuntimeException | LinkageError e) {
                bad.add(element);
                LOG.warn("An entry of {} by {} is left out: {}", POINT, contributor(element), e.toString());
            }
        }
        made = now;
        entries.sort(Comparator.comparingInt(SectionEntry::order).thenComparing(SectionEntry::id));
        return entries;
    }

    private SectionEntry entry(IConfigurationElement element) throws CoreException {
        String id = need(element, "id");
        int order = Integer.parseInt(need(element, "order"));
        String label = need(element, "label");
        Guest guest = guests.apply(element);
        return new SectionEntry(
                id,
                order,
                label,
                guest == null
                        ? section(element, id)
                        : new GuestSection(guest, () -> guestsSection(element, id), id, display));
    }

    private static ContactSection section(IConfigurationElement element, String id) throws CoreException {
        if (element.createExecutableExtension("class") instanceof ContactSection section) {
            return section;
        }
        throw new IllegalArgumentException("the class of " + id + " is no ContactSection");
    }

    private static ContactSection guestsSection(IConfigurationElement element, String id) {
        try {
            return section(element, id);
        } catch (CoreException e) {
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

    private static String contributor(IConfigurationElement element) {
        try {
            return element.getContributor().getName();
        } catch (InvalidRegistryObjectException e) {
            return "a bundle that is gone";
        }
    }
}
