/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.text.ParseException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.RetryAfterHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests of a session's far side. Confined to its line's executor. */
final class Responder {

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final int LONGEST_RETRY_S = 10;
    /** Of warnings (RFC 3261, 20.43). */
    private static final int MISCELLANEOUS = 399;

    private final AccountLine line;
    private final @Nullable String toTag;

    /** @param toTag ours, for requests that name none; null: all of them do */
    Responder(AccountLine line, @Nullable String toTag) {
        this.line = line;
        this.toTag = toTag;
    }

    /** Sends a response. @param warning words for who reads the far side's log; empty: without */
    void respond(ServerTransaction transaction, Request request, int status, String warning) {
        try {
            Response response = response(request, status);
            if (!warning.isEmpty()) {
                response.setHeader(Messages.HEADERS.createWarningHeader(line.domain(), MISCELLANEOUS, warning));
            }
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException | ParseException e) {
            LOG.debug("{}: {} to {} not sent", line.account(), status, request.getMethod(), e);
        }
    }

    /** A response to {@code request}, signed. */
    Response response(Request request, int status) throws ParseException {
        Response response = Messages.MESSAGES.createResponse(status, request);
        Messages.sign(response);
        if (status == InviteSession.SESSION_INTERVAL_TOO_SMALL) {
            response.setHeader(SessionTimer.minimum());
        } else if (status == Response.SERVER_INTERNAL_ERROR) {
            // RFC 3261, 14.2: who offers while an offer of its own is open is to try again.
            int seconds = ThreadLocalRandom.current().nextInt(LONGEST_RETRY_S + 1);
            response.setHeader(Messages.HEADERS.createHeader(RetryAfterHeader.NAME, Integer.toString(seconds)));
        }
        ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
        String tag = toTag;
        if (tag != null && to.getTag() == null && status > Response.TRYING) {
            to.setTag(tag);
        }
        return response;
    }
}
