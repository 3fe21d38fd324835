/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the administrator has set: system properties ({@code -Dcom.example.crm.pop.ring=https://…}, or lines of
 * {@code config.ini}), else preferences of {@code com.example.crm} ({@code plugin_customization.ini}).
 */
final class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final String PREFIX = "com.example.crm";

    private Settings() {}

    /** The page of that name; null where none is set, or none that can be used, which is logged. */
    static UrlTemplate page(String name) {
        String key = PREFIX + "." + name;
        String value = FrameworkUtil.getBundle(Settings.class).getBundleContext().getProperty(key);
        if (value == null) {
            value = Platform.getPreferencesService().getString(PREFIX, name, "", null);
        }
        try {
            return value.isBlank() ? null : UrlTemplate.parse(value.strip(), Values.NAMES);
        } catch (IllegalArgumentException e) {
            LOG.warn("The setting {} is not used: {}", key, e.getMessage());
            return null;
        }
    }
}
