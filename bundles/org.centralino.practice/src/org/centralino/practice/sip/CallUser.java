/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import javax.sip.message.Request;

/** What a call of the exchange means to whom it belongs; called on the signalling thread. */
public interface CallUser {

    /** @return the answer to an offer made inside the call; IllegalArgumentException refuses it */
    String offered(String sdp);

    /** @return an offer of our own, as the other side asked for one */
    String offer();

    /** The other side answered our offer; IllegalArgumentException ends the call. */
    void answered(String sdp);

    /** Both sides know now that the call is up. */
    void established();

    /** A provisional response to a call we make. */
    default void progress(int status) {}

    /** The call we made was refused; {@link #ended} follows. */
    default void refused(int status) {}

    /** An INFO request's body. */
    void info(String body);

    /** @return whether the exchange will do as the REFER asks */
    boolean transferAsked(Request refer);

    /** What the other side reports of the transfer we asked for, as a status line. */
    void transferProgress(String sipfrag);

    /** @param by who ended it: "caller", "called", "exchange" or "nobody" */
    void ended(String by);
}
