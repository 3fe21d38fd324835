/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import javax.sip.ResponseEvent;

/** Takes what comes of a request, on the executor of the account it was sent for. */
public interface ResponseSink {

    /** A response, provisional or final. */
    void onResponse(ResponseEvent event);

    /** No final response came in time, or the request could not be sent; {@code why} in words. */
    void onNoResponse(String why);
}
