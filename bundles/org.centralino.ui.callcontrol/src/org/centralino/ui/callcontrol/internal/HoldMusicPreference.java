/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the choice in the preferences of the workspace. */
final class HoldMusicPreference implements HoldMusic.Store {

    private static final Logger LOG = LoggerFactory.getLogger(HoldMusicPreference.class);
    private static final String KEY = "holdMusic";

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.centralino.ui.callcontrol");

    @Override
    public String load() {
        return node.get(KEY, "");
    }

    @Override
    public void save(String path) {
        node.put(KEY, path);
        try {
            node.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The preferences cannot be kept", e);
        }
    }
}
