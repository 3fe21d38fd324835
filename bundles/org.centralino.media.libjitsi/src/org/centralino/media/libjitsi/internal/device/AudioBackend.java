/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;

/** A way to the system's default sound devices. */
interface AudioBackend {

    /** Which way sound goes. */
    enum Direction {
        CAPTURE,
        PLAYBACK
    }

    /** Opens the default device, at the graph's rate and frame. */
    AudioDevice open(Direction direction) throws IOException;
}
