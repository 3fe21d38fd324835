/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording;

import java.time.Instant;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How the recording of one call stands. Immutable.
 *
 * @param kind what is going on
 * @param locked whether it cannot be stopped, by policy
 * @param since when the first sound reached the disk; null while none has
 * @param problem for people, why nothing is being written; empty where all is well
 */
public record RecordingState(
        Kind kind, boolean locked, @Nullable Instant since, String problem) {

    /** What is going on. */
    public enum Kind {
        /** Nothing is recorded. */
        OFF,
        /** It was asked for, and no byte has reached the disk yet. */
        STARTING,
        /** Sound reaches the disk. */
        RECORDING,
        /** It was asked for, and no sound reaches the disk; {@code problem} says why. It goes on when it can again. */
        FAILED
    }

    /** Nothing is recorded, and it may be. */
    public static final RecordingState OFF = new RecordingState(Kind.OFF, false, null, "");
}
