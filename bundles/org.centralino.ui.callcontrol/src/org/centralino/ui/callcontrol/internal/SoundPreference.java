/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.centralino.media.Enhancement;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Role;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the sound settings in the preferences of the workspace. */
final class SoundPreference implements SoundSettings.Store {

    private static final Logger LOG = LoggerFactory.getLogger(SoundPreference.class);
    private static final String NAME = ".name";
    private static final String ECHO = "sound.echoCancelled";
    private static final String NOISE = "sound.noiseSuppressed";
    private static final String GAIN = "sound.gainControlled";

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.centralino.ui.callcontrol");

    private static String key(Role role) {
        return "sound." + role.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public SoundSettings.Wanted load() {
        Map<Role, Device> devices = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String id = node.get(key(role), "");
            if (!id.isEmpty()) {
                devices.put(role, new Device(id, node.get(key(role) + NAME, id)));
            }
        }
        Enhancement full = Enhancement.FULL;
        return new SoundSettings.Wanted(
                devices,
                new Enhancement(
                        node.getBoolean(ECHO, full.echoCancelled()),
                        node.getBoolean(NOISE, full.noiseSuppressed()),
                        node.getBoolean(GAIN, full.gainControlled())));
    }

    @Override
    public void save(SoundSettings.Wanted wanted) {
        for (Role role : Role.values()) {
            Device device = wanted.device(role);
            if (device == null) {
                node.remove(key(role));
                node.remove(key(role) + NAME);
            } else {
                node.put(key(role), device.id());
                node.put(key(role) + NAME, device.name());
            }
        }
        node.putBoolean(ECHO, wanted.enhancement().echoCancelled());
        node.putBoolean(NOISE, wanted.enhancement().noiseSuppressed());
        node.putBoolean(GAIN, wanted.enhancement().gainControlled());
        try {
            node.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The preferences cannot be kept", e);
        }
    }
}
