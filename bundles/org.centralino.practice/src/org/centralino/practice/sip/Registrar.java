/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.time.Duration;
import java.util.List;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.Header;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;

/** Answers authenticated REGISTER requests (RFC 3261 section 10.3). */
final class Registrar {
    /** Short, so that users are found again soon after another workstation has taken the exchange over. */
    private static final int LONGEST_SECONDS = 60;

    private final Location location;

    Registrar(Location location) {
        this.location = location;
    }

    void register(Request request, ServerTransaction transaction, User user) {
        ToHeader to = (ToHeader) request.getHeader(ToHeader.NAME);
        boolean own = to.getAddress().getURI() instanceof SipURI address && User.of(address.getUser()) == user;
        Messages.send(transaction, own ? answer(request, user) : Messages.response(Response.FORBIDDEN, request));
    }

    private Response answer(Request request, User user) {
        int status = Response.OK;
        String callId = ((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId();
        long cseq = ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).getSeqNumber();
        for (Header header : Messages.headers(request, ContactHeader.NAME)) {
            ContactHeader contact = (ContactHeader) header;
            int seconds = seconds(request, contact);
            if (contact.isWildCard()) {
                if (seconds != 0) {
                    return Messages.response(Response.BAD_REQUEST, request);
                }
                location.clear(user);
            } else if (!(contact.getAddress().getURI() instanceof SipURI uri) || !Loopback.is(uri.getHost())) {
                status = Response.FORBIDDEN;
            } else if (!location.bind(user, uri.toString(), callId, cseq, Duration.ofSeconds(seconds))) {
                status = Response.SERVER_INTERNAL_ERROR;
            }
        }
        Response response = Messages.response(status, request);
        List<Location.Binding> bindings = location.of(user);
        if (status == Response.OK) {
            bindings.forEach(binding -> response.addHeader(Messages.header(
                    "Contact", "<" + binding.contact() + ">;expires=" + location.secondsLeft(binding))));
        }
        return response;
    }

    private static int seconds(Request request, ContactHeader contact) {
        int own = contact.isWildCard() ? -1 : contact.getExpires();
        @Nullable ExpiresHeader general = (ExpiresHeader) request.getHeader(ExpiresHeader.NAME);
        int asked = own >= 0 ? own : general == null ? LONGEST_SECONDS : general.getExpires();
        return Math.min(asked, LONGEST_SECONDS);
    }
}
