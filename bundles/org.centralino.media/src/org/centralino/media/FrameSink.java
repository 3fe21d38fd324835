/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes sound. Called once per frame on the graph's thread: must not block and must not keep the array. */
@ConsumerType
@FunctionalInterface
public interface FrameSink {

    void write(short[] frame);
}
