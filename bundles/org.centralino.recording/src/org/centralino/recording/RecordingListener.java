/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service that is told of recordings, in order, on a thread of the recording's own. */
@ConsumerType
public interface RecordingListener {

    /** How the recording of a call stands now. */
    default void recordingChanged(String callId, RecordingState state) {}

    /** The catalogue has one more, one less, or one that changed. */
    default void catalogueChanged() {}
}
