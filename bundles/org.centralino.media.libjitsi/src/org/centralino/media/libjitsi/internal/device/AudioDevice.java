/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;

/** An open sound device, one way. For one thread; every call may block as long as the sound server likes. */
interface AudioDevice extends AutoCloseable {

    /** Fills the frame with what was captured, or plays it; returns about when the next one is due. */
    void transfer(short[] frame) throws IOException;

    @Override
    void close();
}
