/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The far side's offers within a session, by INVITE (RFC 3261, 14.2) or UPDATE (RFC 3311), one at a time. Confined to
 * its line's executor.
 */
final class TheirOffers {

    private final InviteSession session;
    private @Nullable ServerTransaction open;

    TheirOffers(InviteSession session) {
        this.session = session;
    }

    /** INVITE: without an offer it wants one of ours. */
    void invited(Request request, ServerTransaction transaction) {
        offered(request, transaction, true);
    }

    /** UPDATE: without an offer it moves the far side's Contact, or tells that it is still there. */
    void updated(Request request, ServerTransaction transaction) {
        if (Messages.sdp(request) != null) {
            offered(request, transaction, false);
        } else if (SessionTimer.isTooBriefIn(request)) {
            session.respond(transaction, request, InviteSession.SESSION_INTERVAL_TOO_SMALL);
        } else {
            session.respondInSession(transaction, request, null);
        }
    }

    private void offered(Request request, ServerTransaction transaction, boolean acknowledged) {
        if (SessionTimer.isTooBriefIn(request)) {
            session.respond(transaction, request, InviteSession.SESSION_INTERVAL_TOO_SMALL);
        } else if (open != null) {
            session.respond(transaction, request, Response.SERVER_INTERNAL_ERROR);
        } else if (!session.isOfferFree(transaction.getDialog())) {
            session.respond(transaction, request, Response.REQUEST_PENDING);
        } else {
            open = transaction;
            session.listener.reoffered(Messages.sdp(request), acknowledged);
        }
    }

    /** Answers the open one. */
    void answer(String sdp) {
        ServerTransaction transaction = open;
        open = null;
        if (transaction != null) {
            session.onAnswer(transaction.getDialog());
            session.respondInSession(transaction, transaction.getRequest(), sdp);
        }
    }

    /** Refuses it. */
    void refuse(int status) {
        ServerTransaction transaction = open;
        open = null;
        if (transaction != null) {
            session.respond(transaction, transaction.getRequest(), status);
        }
    }
}
