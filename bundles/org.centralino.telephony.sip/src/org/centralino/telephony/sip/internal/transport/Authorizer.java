/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.header.SIPHeader;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sip.SipException;
import javax.sip.header.Header;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.digest.DigestChallenge;
import org.centralino.telephony.sip.internal.digest.DigestSession;

/** Puts an account's credentials into requests and reads challenges (RFC 3261, 22). */
final class Authorizer {

    private static final String AUTHORIZATION = "Authorization";
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private final DigestSession digest;

    Authorizer(DigestSession digest) {
        this.digest = digest;
    }

    DigestSession digest() {
        return digest;
    }

    /** Replaces the credentials in {@code request} by fresh ones. */
    void authorize(Request request) throws SipException {
        request.removeHeader(AUTHORIZATION);
        request.removeHeader(PROXY_AUTHORIZATION);
        try {
            for (DigestSession.Header answer :
                    digest.answer(request.getMethod(), request.getRequestURI().toString())) {
                request.addHeader(Messages.HEADERS.createHeader(answer.name(), answer.value()));
            }
        } catch (ParseException e) {
            throw new SipException("Credentials cannot be written", e);
        }
    }

    /** Takes note of a 401 or 407 to {@code refused}; whether sending it again, answered, may help. */
    boolean challenged(Request refused, Response response) {
        List<DigestChallenge> challenges = new ArrayList<>();
        collect(response, WWWAuthenticateHeader.NAME, false, challenges);
        collect(response, ProxyAuthenticateHeader.NAME, true, challenges);
        boolean answered = refused.getHeader(AUTHORIZATION) != null || refused.getHeader(PROXY_AUTHORIZATION) != null;
        return digest.challenged(challenges, answered);
    }

    private static void collect(Response response, String name, boolean proxy, List<DigestChallenge> challenges) {
        for (Iterator<?> headers = response.getHeaders(name); headers.hasNext(); ) {
            String value = ((SIPHeader) (Header) headers.next()).getValue();
            DigestChallenge challenge = DigestChallenge.parse(proxy, value);
            if (challenge != null) {
                challenges.add(challenge);
            }
        }
    }
}
