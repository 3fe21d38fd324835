/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.centralino.media.Enhancement;
import org.centralino.media.MediaService;
import org.centralino.media.SoundDevices;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Role;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** The devices and the treatment of the microphone's sound that this user wants: tried at once, kept when asked. */
final class SoundSettings {

    /** Where they lie. */
    interface Store {

        Wanted load();

        void save(Wanted wanted);
    }

    /** What is wanted; a role without a device has the system's default. Immutable. */
    record Wanted(Map<Role, Device> devices, Enhancement enhancement) {

        Wanted {
            devices = Map.copyOf(devices);
        }

        /** The device asked for; null for the default. */
        @Nullable
        Device device(Role role) {
            return devices.containsKey(role) ? devices.get(role) : null;
        }

        /** The same with another device for a role. */
        Wanted with(Role role, @Nullable Device device) {
            Map<Role, Device> changed = new EnumMap<>(Role.class);
            changed.putAll(devices);
            changed.remove(role);
            if (device != null) {
                changed.put(role, device);
            }
            return new Wanted(changed, enhancement);
        }
    }

    /**
     * One line of a list of devices.
     *
     * @param device null for the system's default
     */
    record Option(@Nullable Device device, String text) {}

    private static final int FLOOR_DB = -60;

    private final Store store;
    private final Supplier<@Nullable SoundDevices> devices;
    private final Supplier<@Nullable MediaService> media;

    SoundSettings(Store store, Supplier<@Nullable SoundDevices> devices, Supplier<@Nullable MediaService> media) {
        this.store = store;
        this.devices = devices;
        this.media = media;
    }

    /** Uses what was kept; false while there is nothing that could. */
    boolean apply() {
        if (devices.get() == null || media.get() == null) {
            return false;
        }
        use(store.load());
        return true;
    }

    /** What was kept. */
    Wanted kept() {
        return store.load();
    }

    /** Uses this and keeps it. */
    void keep(Wanted wanted) {
        use(wanted);
        store.save(wanted);
    }

    /** Uses this until something else is asked for, or the next start. */
    void use(Wanted wanted) {
        SoundDevices sound = devices.get();
        MediaService service = media.get();
        if (sound != null) {
            for (Role role : Role.values()) {
                Device device = wanted.device(role);
                sound.choose(role, device == null ? null : device.id());
            }
        }
        if (service != null) {
            service.enhance(wanted.enhancement());
        }
    }

    void test(Role role) {
        SoundDevices sound = devices.get();
        if (sound != null) {
            sound.test(role);
        }
    }

    /** How loud a role's device is, in hundredths of the way from -60 dB to 0. */
    int level(Role role) {
        SoundDevices sound = devices.get();
        double decibels = 20 * Math.log10(Math.max(sound == null ? 0 : sound.level(role), 1e-6));
        return (int) Math.round(100 * Math.max(0, 1 - decibels / FLOOR_DB));
    }

    /**
     * What a role can be given: the default, what is there, and what was chosen though it is not there.
     *
     * @param chosen null for the default
     */
    List<Option> options(Role role, @Nullable Device chosen) {
        SoundDevices sound = devices.get();
        List<Device> there = sound == null ? List.of() : sound.available(role);
        List<Option> options = new ArrayList<>();
        options.add(new Option(null, role == Role.RINGER ? Messages.asSpeaker : Messages.systemDefault));
        for (Device device : there) {
            // a number after the name tells those of one name apart
            long before = there.subList(0, there.indexOf(device)).stream()
                    .filter(other -> other.name().equals(device.name()))
                    .count();
            String text = before == 0 ? device.name() : NLS.bind(Messages.deviceNumbered, device.name(), before + 1);
            options.add(new Option(device, text));
        }
        if (chosen != null && there.stream().noneMatch(device -> device.id().equals(chosen.id()))) {
            options.add(new Option(chosen, NLS.bind(Messages.deviceAbsent, chosen.name())));
        }
        return options;
    }
}
