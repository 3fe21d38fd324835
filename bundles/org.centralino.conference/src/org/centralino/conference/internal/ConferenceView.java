/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import java.util.List;

/**
 * What the list of members shows. Immutable.
 *
 * @param members who is in it, and who is on the way
 * @param held calls that can join
 * @param adding whether the box adds people
 * @param away whether we have stepped away
 * @param canLeave whether the members can be left to each other
 * @param canMove whether the members can be moved to a room of the exchange's
 */
record ConferenceView(
        List<Member> members, List<Candidate> held, boolean adding, boolean away, boolean canLeave, boolean canMove) {

    /** How somebody is in it. */
    enum Kind {
        MEMBER,
        /** Called, and not there yet. */
        INVITED,
        /** Called, and did not come. */
        ABSENT,
        /** In a conference that the exchange mixes. */
        ELSEWHERE
    }

    /**
     * A row.
     *
     * @param state in words; empty where there is nothing to say
     */
    record Member(String id, String name, String number, Kind kind, String state, boolean speaking, boolean silenced) {}

    /** A held call. */
    record Candidate(String id, String name) {}

    /** What can be done, or how things stand; empty where nothing is to be said. */
    String hint() {
        return away ? Messages.hintAway : adding ? Messages.hintAdding : "";
    }
}
