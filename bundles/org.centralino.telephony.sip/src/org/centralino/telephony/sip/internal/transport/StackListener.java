/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.ResponseEventExt;
import gov.nist.javax.sip.SipListenerExt;
import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what the stack tells to whom it concerns, at once: it is called on the stack's threads. */
final class StackListener implements SipListenerExt {

    private static final Logger LOG = LoggerFactory.getLogger(StackListener.class);

    private final RequestSink requests;

    StackListener(RequestSink requests) {
        this.requests = requests;
    }

    @Override
    public void processRequest(@Nullable RequestEvent event) {
        if (event == null) {
            return;
        }
        Request request = event.getRequest();
        try {
            ServerTransaction transaction = event.getServerTransaction();
            if (transaction == null && !request.getMethod().equals(Request.ACK)) {
                transaction = ((SipProvider) event.getSource()).getNewServerTransaction(request);
            }
            requests.onRequest(event, transaction);
        } catch (TransactionAlreadyExistsException e) {
            LOG.debug("{} came again", request.getMethod());
        } catch (SipException e) {
            LOG.debug("{} not taken: {}", request.getMethod(), e.getMessage());
            if (e.getCause() instanceof ParseException) {
                refuse(event);
            }
        }
    }

    /** 400 without a transaction, for a request that lacks what it must have. */
    private static void refuse(RequestEvent event) {
        try {
            SipProvider provider = (SipProvider) event.getSource();
            provider.sendResponse(Messages.MESSAGES.createResponse(Response.BAD_REQUEST, event.getRequest()));
        } catch (SipException | ParseException e) {
            LOG.debug("400 not sent", e);
        }
    }

    @Override
    public void processResponse(@Nullable ResponseEvent event) {
        if (event == null) {
            return;
        }
        ClientTransaction transaction = event.getClientTransaction();
        if (transaction == null && event instanceof ResponseEventExt forked) {
            // A second branch of a fork answers after the first one ended the transaction.
            transaction = forked.getOriginalTransaction();
        }
        Dialog dialog = event.getDialog();
        if (transaction != null && transaction.getApplicationData() instanceof ResponseSink sink) {
            sink.onResponse(event);
        } else if (dialog != null && dialog.getApplicationData() instanceof ResponseSink sink) {
            sink.onResponse(event);
        }
    }

    @Override
    public void processTimeout(@Nullable TimeoutEvent event) {
        if (event != null
                && !event.isServerTransaction()
                && event.getClientTransaction().getApplicationData() instanceof ResponseSink sink) {
            sink.onNoResponse("No answer");
        }
    }

    @Override
    public void processDialogTimeout(@Nullable DialogTimeoutEvent event) {
        if (event != null && event.getReason() == DialogTimeoutEvent.Reason.AckNotReceived) {
            requests.onNoAck(event.getDialog());
        }
    }

    @Override
    public void processIOException(@Nullable IOExceptionEvent event) {
        // The transaction that suffers from it times out.
        LOG.debug("Transport failure");
    }

    @Override
    public void processTransactionTerminated(@Nullable TransactionTerminatedEvent event) {
        // Its responses have been told.
    }

    @Override
    public void processDialogTerminated(@Nullable DialogTerminatedEvent event) {
        // The session ends by its own messages.
    }
}
