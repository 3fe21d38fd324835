/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.centralino.quarantine.Guest;
import org.centralino.ui.callcontrol.CallAction;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the entries of {@code org.centralino.ui.callcontrol.actions} again and again. A bad one is logged once and left out. A
 * handler is made when its button is there for the first time, and kept while its Condition is away; a guest's is made anew when
 * the guest comes out of quarantine. Display thread only.
 */
final class ActionReader {

    static final String POINT = "org.centralino.ui.callcontrol.actions";

    private static final Logger LOG = LoggerFactory.getLogger(ActionReader.class);

    private final Supplier<List<IConfigurationElement>> elements;
    private final Function<IConfigurationElement, @Nullable Guest> guests;
    private final Executor display;
    private final Map<IConfigurationElement, @Nullable ActionEntry> made = new HashMap<>();
    private final Set<IConfigurationElement> bad = new HashSet<>();

    /**
     * @param elements those that are there now
     * @param guests whose an entry is; null: ours
     * @param display where handlers of guests reach widgets
     */
    ActionReader(
            Supplier<List<IConfigurationElement>> elements,
            Function<IConfigurationElement, @Nullable Guest> guests,
            Executor display) {
        this.elements = elements;
        this.guests = guests;
        this.display = display;
    }

    /** The sound entries by their order. */
    List<ActionEntry> read() {
        List<ActionEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        made.keySet().removeIf(this::isOver);
        bad.removeIf(this::isOver);
        for (IConfigurationElement element : elements.get()) {
            if (bad.contains(element)) {
                continue;
            }
            try {
                ActionEntry entry = made.get(element);
                if (entry == null) {
                    entry = entry(element);
                }
                if (!ids.add(entry.id())) {
                    throw new IllegalArgumentException("id " + entry.id() + " is taken");
                }
                made.put(element, entry);
                entries.add(entry);
            } catch (CoreException | RuntimeException | LinkageError e) {
                bad.add(element);
                LOG.warn("An entry of {} by {} is left out: {}", POINT, contributor(element), e.toString());
            }
        }
        entries.sort(Comparator.comparingInt(ActionEntry::order).thenComparing(ActionEntry::id));
        return entries;
    }

    private boolean isOver(IConfigurationElement element) {
        Guest guest = guests.apply(element);
        return !element.isValid() || guest != null && guest.isHeld();
    }

    private ActionEntry entry(IConfigurationElement element) throws CoreException {
        String label = need(element, "label");
        String caption = or(element.getAttribute("caption"), label);
        URL icon = url(element, need(element, "icon"));
        String iconOn = element.getAttribute("iconOn");
        String tone = or(element.getAttribute("tone"), "normal");
        String id = need(element, "id");
        int order = Integer.parseInt(need(element, "order"));
        Guest guest = guests.apply(element);
        CallAction handler =
                guest == null ? handler(element) : new GuestAction(guest, () -> guestsHandler(element), label, display);
        return new ActionEntry(
                id,
                order,
                label,
                or(element.getAttribute("labelOn"), label),
                caption,
                or(element.getAttribute("captionOn"), caption),
                icon,
                iconOn == null ? icon : url(element, iconOn),
                ActionEntry.Tone.valueOf(tone.toUpperCase(Locale.ROOT)),
                Boolean.parseBoolean(element.getAttribute("toggle")),
                Boolean.parseBoolean(element.getAttribute("whileHeld")),
                element.getAttribute("command"),
                handler);
    }

    private static CallAction handler(IConfigurationElement element) throws CoreException {
        if (element.createExecutableExtension("class") instanceof CallAction handler) {
            return handler;
        }
        throw new IllegalArgumentException("its class is no CallAction");
    }

    private static CallAction guestsHandler(IConfigurationElement element) {
        try {
            return handler(element);
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

    private static String or(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static @Nullable URL url(IConfigurationElement element, String path) {
        if (path.contains(":/")) {
            try {
                return URI.create(path).toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
        Bundle bundle = Platform.getBundle(element.getContributor().getName());
        return bundle == null ? null : FileLocator.find(bundle, new Path(path));
    }

    private static String contributor(IConfigurationElement element) {
        try {
            return element.getContributor().getName();
        } catch (InvalidRegistryObjectException e) {
            return "a bundle that is gone";
        }
    }
}
