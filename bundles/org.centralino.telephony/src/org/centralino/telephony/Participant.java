/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

/**
 * Somebody in a conference that the exchange mixes, as it tells (RFC 4575). Immutable.
 *
 * @param name for people; the address where the exchange has no name
 * @param address a URI
 * @param state how he is in it
 */
public record Participant(String name, String address, State state) {

    /** How somebody is in a conference. */
    public enum State {
        /** He is in it. */
        CONNECTED,
        /** He is being called. */
        CALLED,
        /** He neither hears nor is heard for now. */
        ON_HOLD,
        /** The exchange lets nobody hear him. */
        MUTED
    }
}
