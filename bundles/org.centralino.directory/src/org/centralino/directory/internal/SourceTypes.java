/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The types of sources that bundles announce by the extension point; bad entries are logged and left out. */
final class SourceTypes {

    static final String POINT = "org.centralino.directory.sources";

    private static final Logger LOG = LoggerFactory.getLogger(SourceTypes.class);

    private SourceTypes() {}

    /** Labels for people by type; of several entries for one type the first one counts. */
    static Map<String, String> labels(IExtensionRegistry registry) {
        Map<String, String> labels = new HashMap<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            try {
                need(element, "id");
                String type = need(element, "type");
                String label = need(element, "label");
                if (labels.containsKey(type)) {
                    throw new IllegalArgumentException("the type " + type + " is there already");
                }
                labels.put(type, label);
            } catch (IllegalArgumentException | InvalidRegistryObjectException e) {
                LOG.warn("An entry of {} by {} is left out: {}", POINT, element.getContributor(), e.getMessage());
            }
        }
        return labels;
    }

    private static String need(IConfigurationElement element, String name) {
        String value = element.getAttribute(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return value;
    }
}
