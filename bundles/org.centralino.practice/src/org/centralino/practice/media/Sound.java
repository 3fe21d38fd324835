/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.io.IOException;

/** Something to hear, made a frame at a time. */
@FunctionalInterface
public interface Sound {

    /**
     * Fills the frame with the next samples.
     *
     * @return false when the sound was over before this frame; the frame is then untouched
     */
    boolean fill(short[] frame, int sampleRate) throws IOException;
}
