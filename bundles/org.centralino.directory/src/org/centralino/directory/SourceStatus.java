/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

import java.time.Instant;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How one source of contacts stands. Immutable.
 *
 * @param id of the source, unique among those in use
 * @param label for people
 * @param kind of its contacts
 * @param state what it does now
 * @param contacts how many of its contacts can be found
 * @param asOf when what can be found was last known to be the source's own; null: never
 * @param done contacts read so far, while {@link State#LOADING}
 * @param expected how many there will be, -1 where the source does not say
 * @param failure why it could not be read, in words for people, the localised reason first; null while there is nothing wrong
 * @param problems what was left out or shortened at the last reading, at most 100
 */
public record SourceStatus(
        String id,
        String label,
        Kind kind,
        State state,
        int contacts,
        @Nullable Instant asOf,
        int done,
        int expected,
        @Nullable String failure,
        List<Problem> problems) {

    /** What a source does. */
    public enum State {
        /** Not asked yet: the last copy serves. */
        WAITING,
        LOADING,
        READY,
        /** The last attempt failed: the last copy serves. */
        FAILED
    }

    /**
     * Something of a source that could not be taken as it is.
     *
     * @param where file and line, or the entry's name
     * @param reason in words for people
     */
    public record Problem(String where, String reason) {}

    public SourceStatus {
        problems = List.copyOf(problems);
    }
}
