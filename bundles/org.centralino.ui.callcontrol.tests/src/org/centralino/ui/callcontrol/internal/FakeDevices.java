/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.centralino.media.SoundDevices;
import org.eclipse.jdt.annotation.Nullable;

/** Devices that are nothing but names, and what was asked of them. */
final class FakeDevices implements SoundDevices {

    final List<Device> there = new ArrayList<>();
    final Map<Role, Device> used = new EnumMap<>(Role.class);
    double level;
    final List<String> commands = new ArrayList<>();

    @Override
    public List<Device> available(Role role) {
        return List.copyOf(there);
    }

    @Override
    public @Nullable Device inUse(Role role) {
        return used.containsKey(role) ? used.get(role) : null;
    }

    @Override
    public @Nullable String chosen(Role role) {
        return null;
    }

    @Override
    public void choose(Role role, @Nullable String id) {
        commands.add(role + " " + id);
    }

    @Override
    public double level(Role role) {
        return level;
    }

    @Override
    public void test(Role role) {
        commands.add("test " + role);
    }

    @Override
    public void addListener(Listener listener) {
        // what is to be heard, tests say themselves
    }

    @Override
    public void removeListener(Listener listener) {
        // likewise
    }
}
