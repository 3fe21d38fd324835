/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import gov.nist.javax.sip.ServerTransactionExt;
import java.text.ParseException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Executor;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.RequireHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.RequestSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings requests to the session or the account they are for, and answers those that are for nobody. */
public final class RequestDispatcher implements RequestSink {

    private static final Logger LOG = LoggerFactory.getLogger(RequestDispatcher.class);

    private final Accounts accounts;
    private final Executor strangers;

    /** Who takes calls. Called on the dispatcher's threads. */
    public interface Accounts {

        /**
         * The account that is called, null when it is nobody here.
         *
         * @param user the user part of the Request-URI, which is that of our Contact
         * @param domain the domain of To, which tells accounts of the same user apart
         */
        @Nullable
        AccountLine lineOf(@Nullable String user, @Nullable String domain);

        /**
         * A call came in for {@code line}; called on its executor.
         *
         * @param trusted whether it came from the account's exchange
         */
        void offered(AccountLine line, ServerTransaction transaction, boolean trusted);
    }

    /** @param strangers runs answers to requests that belong to no account */
    public RequestDispatcher(Accounts accounts, Executor strangers) {
        this.accounts = accounts;
        this.strangers = strangers;
    }

    @Override
    public void onRequest(RequestEvent event, @Nullable ServerTransaction transaction) {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.CANCEL) && transaction != null) {
            onCancel(request, transaction);
            return;
        }
        InviteSession session = sessionOf(event.getDialog());
        if (session != null) {
            session.line().executor().execute(() -> session.onRequest(event, transaction));
        } else if (transaction != null && !request.getMethod().equals(Request.ACK)) {
            outside(event, request, transaction);
        }
    }

    private static @Nullable InviteSession sessionOf(@Nullable Dialog dialog) {
        return dialog != null && dialog.getApplicationData() instanceof InviteSession session ? session : null;
    }

    private void onCancel(Request cancel, ServerTransaction transaction) {
        ServerTransaction invite = ((ServerTransactionExt) transaction).getCanceledInviteTransaction();
        InviteSession session = invite == null ? null : sessionOf(invite.getDialog());
        if (session instanceof ServerInvite incoming) {
            incoming.line().executor().execute(() -> incoming.onCancel(cancel, transaction));
        } else {
            strangers.execute(() -> respond(transaction, cancel, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
        }
    }

    private void outside(RequestEvent event, Request request, ServerTransaction transaction) {
        ToHeader to = (ToHeader) request.getHeader(ToHeader.NAME);
        boolean inDialog = to.getTag() != null;
        if (!request.getMethod().equals(Request.INVITE) || inDialog) {
            int status =
                    inDialog ? Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST : OtherRequests.status(request.getMethod());
            strangers.execute(() -> respond(transaction, request, status));
            return;
        }
        String user = request.getRequestURI() instanceof SipURI uri ? uri.getUser() : null;
        String domain = to.getAddress().getURI() instanceof SipURI uri ? uri.getHost() : null;
        AccountLine line = accounts.lineOf(user, domain);
        if (line == null) {
            strangers.execute(() -> respond(transaction, request, Response.NOT_FOUND));
        } else if (required(request) != null) {
            strangers.execute(() -> respond(transaction, request, Response.BAD_EXTENSION));
        } else if (SessionTimer.isTooBriefIn(request)) {
            strangers.execute(() -> respond(transaction, request, InviteSession.SESSION_INTERVAL_TOO_SMALL));
        } else if (Replacement.isAskedBy(request) && !line.isFromFirstHop(event)) {
            LOG.warn("{}: a call from elsewhere than our exchange wants to replace another", line.account());
            strangers.execute(() -> respond(transaction, request, Response.FORBIDDEN));
        } else {
            boolean trusted = line.isFromFirstHop(event);
            line.executor().execute(() -> accounts.offered(line, transaction, trusted));
        }
    }

    /** An extension that the caller wants and we do not have, null when there is none. */
    private static @Nullable String required(Request request) {
        for (Iterator<?> tags = request.getHeaders(RequireHeader.NAME); tags.hasNext(); ) {
            if (tags.next() instanceof RequireHeader required
                    && !Messages.EXTENSIONS.contains(required.getOptionTag().toLowerCase(Locale.ROOT))) {
                return required.getOptionTag();
            }
        }
        return null;
    }

    private static void respond(ServerTransaction transaction, Request request, int status) {
        try {
            Response response = Messages.MESSAGES.createResponse(status, request);
            Messages.sign(response);
            ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
            if (to.getTag() == null) {
                to.setTag(AccountLine.newTag());
            }
            String required = required(request);
            if (status == Response.BAD_EXTENSION && required != null) {
                response.setHeader(Messages.HEADERS.createUnsupportedHeader(required));
            } else if (status == InviteSession.SESSION_INTERVAL_TOO_SMALL) {
                response.setHeader(SessionTimer.minimum());
            }
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException | ParseException e) {
            LOG.debug("{} to {} not sent", status, request.getMethod(), e);
        }
    }

    @Override
    public void onNoAck(Dialog dialog) {
        InviteSession session = sessionOf(dialog);
        if (session != null) {
            session.line().executor().execute(session.listener::neverConfirmed);
        }
    }
}
