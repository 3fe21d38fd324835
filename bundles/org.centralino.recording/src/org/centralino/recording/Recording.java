/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was recorded of a call. Immutable. Left is what we said, right the far side; a conference has all others at the
 * right.
 *
 * @param id rising with time
 * @param account the address of the account
 * @param number of the far side, as the history has it
 * @param name of the far side; may be empty
 * @param call when the call was dialled or came in, which is its entry's start in the history
 * @param start when the recording began
 * @param length of the sound
 * @param bytes of the file
 * @param marks what happened in it, in order
 * @param complete false while it goes on
 * @param storage where it is kept
 */
public record Recording(
        long id,
        String account,
        String number,
        String name,
        Instant call,
        Instant start,
        Duration length,
        long bytes,
        List<Mark> marks,
        boolean complete,
        Storage storage) {

    /** Where the file is kept. */
    public enum Storage {
        /** On this computer, and nowhere else is configured. */
        HERE,
        /** On this computer, and on its way to the store. */
        WAITING,
        /** The store has confirmed it; it is here too. */
        BOTH,
        /** The store has it; here it is deleted. */
        STORE,
        /** The file is not what was written: it was changed, or is gone. */
        DAMAGED
    }

    /**
     * Something that happened.
     *
     * @param at from the beginning of the sound
     */
    public record Mark(Duration at, Kind kind) {

        /** What happened. */
        public enum Kind {
            HELD,
            RESUMED,
            TRANSFERRED,
            CONFERENCE,
            ANNOUNCED,
            GAP
        }
    }

    public Recording {
        marks = List.copyOf(marks);
    }
}
