/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.libjitsi.internal.device.Listing.Monitor;
import org.eclipse.jdt.annotation.Nullable;

/** Which device serves: the one chosen, else the system's default, else any. */
final class Routing {

    private Routing() {}

    /** What can be a microphone. What only gives back the sound of a speaker is one where nothing else is. */
    static List<Device> microphones(Listing listing) {
        List<Device> real = new ArrayList<>(listing.captures());
        real.removeIf(device -> isMonitor(listing, device) && !device.id().equals(listing.defaultCapture()));
        return real.isEmpty() ? listing.captures() : List.copyOf(real);
    }

    /** @param usable tells devices that failed just now */
    static @Nullable Device playback(Listing listing, @Nullable String chosen, Predicate<Device> usable) {
        return pick(listing.playbacks().stream().filter(usable).toList(), chosen, listing.defaultPlayback());
    }

    /**
     * Without having been chosen, nothing becomes the microphone that gives what our own speaker plays: systems without
     * a microphone name that their default, and the far side would hear itself.
     */
    static @Nullable Device capture(
            Listing listing, @Nullable String chosen, @Nullable Device speaker, Predicate<Device> usable) {
        List<Device> candidates = microphones(listing).stream()
                .filter(usable)
                .filter(device -> device.id().equals(chosen) || !isMonitorOf(listing, device, speaker))
                .toList();
        return pick(candidates, chosen, listing.defaultCapture());
    }

    private static @Nullable Device pick(List<Device> candidates, @Nullable String chosen, String usual) {
        Device asked = find(candidates, chosen);
        if (asked != null) {
            return asked;
        }
        Device normal = find(candidates, usual);
        return normal != null || candidates.isEmpty() ? normal : candidates.getFirst();
    }

    private static @Nullable Device find(List<Device> candidates, @Nullable String id) {
        for (Device device : candidates) {
            if (device.id().equals(id)) {
                return device;
            }
        }
        return null;
    }

    private static boolean isMonitor(Listing listing, Device device) {
        return listing.monitors().stream().anyMatch(monitor -> monitor.id().equals(device.id()));
    }

    private static boolean isMonitorOf(Listing listing, Device device, @Nullable Device speaker) {
        return speaker != null && listing.monitors().contains(new Monitor(device.id(), speaker.id()));
    }
}
