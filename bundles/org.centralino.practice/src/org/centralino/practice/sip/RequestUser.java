/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;

/** Serves what arrives; called on the signalling thread. */
public interface RequestUser {

    /**
     * @param transaction null for an ACK
     * @param dialog null unless it is one of the exchange's own calls
     */
    void request(Request request, @Nullable ServerTransaction transaction, @Nullable Dialog dialog);

    /** A response whose transaction is over: a 200 that its sender repeats. */
    void strayResponse(Response response);
}
