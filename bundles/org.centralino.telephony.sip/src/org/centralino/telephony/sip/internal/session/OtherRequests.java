/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.Set;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** The answer to requests that calls make no use of. */
final class OtherRequests {

    private static final Set<String> KNOWN = Set.of(
            Request.MESSAGE,
            Request.SUBSCRIBE,
            Request.NOTIFY,
            Request.PUBLISH,
            Request.REGISTER,
            Request.INFO,
            Request.BYE,
            Request.CANCEL,
            Request.INVITE);

    private OtherRequests() {}

    static int status(String method) {
        return switch (method) {
            case Request.OPTIONS -> Response.OK;
            case Request.REFER -> Response.DECLINE;
            case Request.BYE, Request.CANCEL, Request.NOTIFY, Request.PRACK, Request.UPDATE ->
                Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
            default -> KNOWN.contains(method) ? Response.METHOD_NOT_ALLOWED : Response.NOT_IMPLEMENTED;
        };
    }
}
