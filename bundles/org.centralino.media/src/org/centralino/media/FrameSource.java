/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives sound. Called once per frame, every 10 ms, on the graph's thread, while it is joined to something: must not block, since
 * all calls wait for it. One that throws is logged and taken out of the graph.
 */
@ConsumerType
@FunctionalInterface
public interface FrameSource {

    /**
     * Fills {@code frame} ({@link SoundGraph#FRAME} samples of 16 bit at {@link SoundGraph#RATE}, mono) and returns true, or
     * returns false for silence. The array is not to be kept.
     */
    boolean read(short[] frame);
}
