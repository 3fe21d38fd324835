/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import javax.sip.ClientTransaction;
import javax.sip.message.Response;

/** The application data of a client transaction: gets what comes back, on the signalling thread. */
interface ResponseUser {

    void response(Response response, ClientTransaction transaction);

    void timeout(ClientTransaction transaction);
}
