/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.header.ContactHeader;
import javax.sip.header.MinExpiresHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.Reached;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the registrar has us, and the REGISTERs that tell it (RFC 3261, 10.2). Confined to the line's executor. */
final class Binding {

    private static final Logger LOG = LoggerFactory.getLogger(Binding.class);
    private static final int EXPIRES = 300;
    private static final int LONGEST_EXPIRES = 86_400;

    private final AccountLine line;
    private final String fromTag = AccountLine.newTag();
    private @Nullable String callId;
    private long sequence;
    private int expires = EXPIRES;
    private @Nullable ContactHeader bound;
    private @Nullable ContactHeader stale;

    Binding(AccountLine line) {
        this.line = line;
    }

    /** The next REGISTER, for {@code server}. */
    Request request(Reached server) throws SipException, InvalidArgumentException {
        String id = callId;
        if (id == null) {
            id = server.endpoint().provider().getNewCallId().getCallId();
            callId = id;
        }
        Request request = line.register(server, id, ++sequence, fromTag);
        ContactHeader contact = server.contact(line.user());
        contact.setExpires(expires);
        request.setHeader(contact);
        ContactHeader before = stale;
        if (before != null) {
            before.setExpires(0);
            request.addHeader(before);
        }
        request.setHeader(Messages.HEADERS.createExpiresHeader(expires));
        return request;
    }

    /** The next request takes the binding back (RFC 3261, 10.2.2). */
    void end() {
        expires = 0;
    }

    boolean isEnding() {
        return expires == 0;
    }

    /** The registrar binds for no less than {@code refusal} says (RFC 3261, 10.2.8). */
    void lengthen(Response refusal) {
        MinExpiresHeader least = (MinExpiresHeader) refusal.getHeader(MinExpiresHeader.NAME);
        expires = least == null
                ? Math.min(LONGEST_EXPIRES, expires * 2)
                : Math.min(LONGEST_EXPIRES, Math.max(expires, least.getExpires()));
    }

    /** The next request, for us at another address, takes back the binding at this one. */
    void moveFrom(Reached server) {
        stale = server.contact(line.user());
    }

    /** What the last request took back is taken back. */
    void moved() {
        stale = null;
    }

    /** The registrar has us here. @return whether it had us elsewhere before */
    boolean accepted(Reached server) {
        ContactHeader before = bound;
        ContactHeader now = server.contact(line.user());
        bound = now;
        boolean elsewhere = before != null && !before.getAddress().equals(now.getAddress());
        if (elsewhere) {
            LOG.info("{}: the registrar has us at {} now", line.account(), now.getAddress());
        }
        return elsewhere;
    }

    /** For how many seconds {@code response} grants what was accepted. */
    int granted(Response response) {
        ContactHeader now = bound;
        return now == null ? expires : Granted.seconds(response, now, expires);
    }
}
