/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import org.osgi.annotation.versioning.ConsumerType;

/** Gives sound. Called once per frame on the graph's thread: must not block. */
@ConsumerType
@FunctionalInterface
public interface FrameSource {

    /** Fills {@code frame} ({@link SoundGraph#FRAME} samples) and returns true, or returns false for silence. */
    boolean read(short[] frame);
}
