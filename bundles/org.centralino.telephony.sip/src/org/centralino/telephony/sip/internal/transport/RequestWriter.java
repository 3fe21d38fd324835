/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.text.ParseException;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import org.centralino.telephony.Account;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Writes requests outside any dialog in an account's name (RFC 3261, 8.1.1).
 *
 * @param identity the account's address
 * @param proxy where requests other than REGISTER go first, if not to the registrar
 */
record RequestWriter(
        Account account, SipURI identity, @Nullable FirstHop proxy) {

    Request register(Reached registrar, String callId, long sequence, String fromTag) throws SipException {
        try {
            SipURI domain = Messages.ADDRESSES.createSipURI(null, identity.getHost());
            return request(registrar, Request.REGISTER, domain, identity, callId, sequence, fromTag);
        } catch (ParseException e) {
            throw new SipException("Bad domain", e);
        }
    }

    Request request(Reached server, String method, URI target, URI to, String callId, long sequence, String fromTag)
            throws SipException {
        try {
            Address us = Messages.ADDRESSES.createAddress(identity);
            String name = account.displayName();
            if (name != null && !name.isBlank()) {
                us.setDisplayName(name);
            }
            FromHeader from = Messages.HEADERS.createFromHeader(us, fromTag);
            ToHeader toHeader = Messages.HEADERS.createToHeader(Messages.ADDRESSES.createAddress(to), null);
            CSeqHeader cseq = Messages.HEADERS.createCSeqHeader(sequence, method);
            Request request = Messages.MESSAGES.createRequest(
                    target,
                    method,
                    Messages.HEADERS.createCallIdHeader(callId),
                    cseq,
                    from,
                    toHeader,
                    List.of(server.endpoint().via()),
                    Messages.HEADERS.createMaxForwardsHeader(70));
            Messages.sign(request);
            FirstHop outbound = proxy;
            if (outbound != null && !method.equals(Request.REGISTER)) {
                SipURI route = Messages.ADDRESSES.createSipURI(null, outbound.host());
                if (outbound.port() != 0) {
                    route.setPort(outbound.port());
                }
                route.setTransportParam(server.target().transport().token());
                route.setLrParam();
                request.addHeader(Messages.HEADERS.createRouteHeader(Messages.ADDRESSES.createAddress(route)));
            }
            return request;
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("Request cannot be written", e);
        }
    }
}
