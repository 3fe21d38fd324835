/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.List;
import org.centralino.media.SoundDevices.Device;

/**
 * The devices of a sound system at one moment. Immutable.
 *
 * @param captures what sound comes from
 * @param playbacks what sound goes to
 * @param defaultCapture the id of the one the user wants where nothing else is said; may be of none
 * @param defaultPlayback likewise
 * @param monitors of the captures, those that give what a playback device plays
 */
record Listing(
        List<Device> captures,
        List<Device> playbacks,
        String defaultCapture,
        String defaultPlayback,
        List<Monitor> monitors) {

    /** There is no such sound system now. */
    static final Listing ABSENT = new Listing(List.of(), List.of(), "", "", List.of());

    /** It is there, but does not answer or has nothing. */
    static final Listing NOTHING = new Listing(List.of(), List.of(), "-", "-", List.of());

    /** The capture device {@code id} gives what the playback device {@code of} plays. */
    record Monitor(String id, String of) {}
}
