/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes sound. Called once per frame, every 10 ms, joined to something or not, on the graph's thread: must not block, since
 * all calls wait for it, and must not keep the array, which is filled anew for the next frame. One that throws is logged and
 * taken out of the graph.
 */
@ConsumerType
@FunctionalInterface
public interface FrameSink {

    /** Takes a frame: {@link SoundGraph#FRAME} samples of 16 bit at {@link SoundGraph#RATE}, mono; to be read only. */
    void write(short[] frame);
}
