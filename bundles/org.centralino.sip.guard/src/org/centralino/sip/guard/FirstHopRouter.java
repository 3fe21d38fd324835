/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.DefaultRouter;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.message.Request;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Sends a request to the hop that was tied to it by {@link #tie}, whatever its Request-URI says, and any other where
 * RFC 3261 (8.1.2) sends it. The first hop of an account need not be what its domain resolves to.
 */
public class FirstHopRouter extends DefaultRouter {

    public FirstHopRouter(SipStack stack, @Nullable String outboundProxy) {
        super(stack, outboundProxy);
    }

    /** Makes {@code request} go to {@code hop}. */
    public static void tie(Request request, Hop hop) {
        ((SIPMessage) request).setApplicationData(hop);
    }

    @Override
    public Hop getNextHop(@Nullable Request request) throws SipException {
        return request instanceof SIPMessage message && message.getApplicationData() instanceof Hop hop
                ? hop
                : super.getNextHop(request);
    }
}
