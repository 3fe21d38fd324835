/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A sound system: it tells which devices there are, and opens them. */
interface AudioBackend extends AutoCloseable {

    /** Which way sound goes. */
    enum Direction {
        CAPTURE,
        PLAYBACK
    }

    /**
     * Begins to tell the devices there are, at first and whenever that changes, on a thread of its own; returns at once.
     * {@link Listing#ABSENT} says that the system is not there at present.
     */
    @NonNullByDefault({})
    void watch(Consumer<Listing> told);

    /**
     * Opens a device at the graph's rate and frame. May block as long as the sound server likes.
     *
     * @param id of a device that was told
     * @param purpose what the system may call the stream towards its user
     */
    AudioDevice open(Direction direction, String id, String purpose) throws IOException;

    /** Tells no more; returns at once. */
    @Override
    void close();
}
