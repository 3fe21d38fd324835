/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sound devices of this computer and which of them is used for what. Methods may be called on any thread and never
 * wait for a device or a sound server; what comes of them is told to {@link Listener}s.
 */
@ProviderType
public interface SoundDevices {

    /** What a device is used for. */
    enum Role {
        MICROPHONE,
        SPEAKER,
        /** What rings; apart from the speaker, so that a headset on the desk is not missed. */
        RINGER
    }

    /**
     * A device that is plugged in now. Immutable.
     *
     * @param id stable over restarts and replugging, for settings; never shown
     * @param name what the system calls it towards its user
     */
    record Device(String id, String name) {}

    /** Those that can serve a role now, as last seen; the system's default is not among them by itself. */
    List<Device> available(Role role);

    /** What serves the role at this moment; null while nothing does. */
    @Nullable
    Device inUse(Role role);

    /** The id of the device asked for; null for the system's default. It may be unplugged at the moment. */
    @Nullable
    String chosen(Role role);

    /**
     * Uses another device from now on, in a running call too. While it is unplugged another serves in its place, and it
     * takes over again when it is back.
     *
     * @param id null for the system's default; for {@link Role#RINGER}: what the speaker is
     */
    void choose(Role role, @Nullable String id);

    /**
     * Loudest sample of the last tenth of a second of what the role's device captures or plays, 0 to 1. For meters, to
     * be asked as often as they are painted.
     */
    double level(Role role);

    /** Plays a short tone on the role's device, for people who look for the right one; nothing for the microphone. */
    void test(Role role);

    /** {@code listener} is told of what happens from now on, until it is removed. */
    void addListener(Listener listener);

    /** {@code listener} is told nothing more, but for what is under way; does nothing where it was not told. */
    void removeListener(Listener listener);

    /**
     * Told on a thread of the service's own, one after the other: must not block, or the others wait; no device does. One that
     * throws is logged and told again the next time.
     */
    @ConsumerType
    interface Listener {

        /** Devices came or went, or another one serves a role. */
        void devicesChanged();

        /**
         * The device in use went away while it was used, and another serves.
         *
         * @param lost what went
         * @param instead what serves now; null when nothing is left
         */
        default void deviceLost(Role role, Device lost, @Nullable Device instead) {}
    }
}
