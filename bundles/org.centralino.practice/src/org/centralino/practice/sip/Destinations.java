/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import javax.sip.ServerTransaction;

/** What the exchange itself answers. */
public interface Destinations {

    /** @param number the user part of the address that was dialled */
    boolean answers(String number);

    /** Takes a call; called on the signalling thread. */
    void call(String number, User caller, ServerTransaction invite);
}
