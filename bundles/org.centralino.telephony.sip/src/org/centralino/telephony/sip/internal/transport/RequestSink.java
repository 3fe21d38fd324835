/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import org.eclipse.jdt.annotation.Nullable;

/** Takes requests that come in. Called on the stack's threads: must hand over at once. */
public interface RequestSink {

    /**
     * A request.
     *
     * @param transaction to answer by; null for ACK
     */
    void onRequest(RequestEvent event, @Nullable ServerTransaction transaction);

    /** The 2xx that was sent in this dialog was never acknowledged. */
    void onNoAck(Dialog dialog);
}
