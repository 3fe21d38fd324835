/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the extension point again and again; what is wrong with an entry is logged once, and the entry left out. */
final class FeatureReader {

    static final String POINT = "org.centralino.entitlement.features";

    private static final Logger LOG = LoggerFactory.getLogger(FeatureReader.class);

    private final IExtensionRegistry registry;
    private final Set<String> told = new HashSet<>();

    FeatureReader(IExtensionRegistry registry) {
        this.registry = registry;
    }

    /** The sound entries there are now. */
    List<Feature> read() {
        Map<String, Feature> features = new LinkedHashMap<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            try {
                Feature feature = feature(element);
                if (features.containsKey(feature.id())) {
                    throw new IllegalArgumentException("the id " + feature.id() + " is taken");
                }
                features.put(feature.id(), feature);
            } catch (IllegalArgumentException e) {
                tell(element, String.valueOf(e.getMessage()));
            } catch (InvalidRegistryObjectException e) {
                continue; // its bundle is going; the registry will say so
            }
        }
        return List.copyOf(features.values());
    }

    private static Feature feature(IConfigurationElement element) {
        String id = need(element, "id");
        if (!id.contains(".")) {
            throw new IllegalArgumentException("the id " + id + " has no dot");
        }
        List<String> needs = Arrays.stream(or(element.getAttribute("needs")).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new Feature(
                id,
                need(element, "label"),
                or(element.getAttribute("description")),
                or(element.getAttribute("default")),
                needs);
    }

    private static String need(IConfigurationElement element, String name) {
        String value = or(element.getAttribute(name));
        if (value.isEmpty()) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return value;
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private void tell(IConfigurationElement element, String problem) {
        String contributor = element.getContributor().getName();
        if (told.add(contributor + "\n" + problem)) {
            LOG.warn("An entry of {} by {} is left out: {}", POINT, contributor, problem);
        }
    }
}
