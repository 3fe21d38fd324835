/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import org.osgi.annotation.versioning.ProviderType;

/** A place in the sound graph that gives sound, takes sound, or both. Identity is what counts. */
@ProviderType
public interface SoundNode {

    /** For logs and meters, for instance {@code microphone} or {@code leg 3}. */
    String name();
}
