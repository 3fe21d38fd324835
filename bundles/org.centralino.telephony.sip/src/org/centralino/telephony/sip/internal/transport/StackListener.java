/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.SipListenerExt;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
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
        } catch (SipException e) {
            // A retransmission that the stack is answering, or a request in no state to be answered.
            LOG.debug("{} not taken: {}", request.getMethod(), e.getMessage());
        }
    }

    @Override
    public void processResponse(@Nullable ResponseEvent event) {
        if (event == null) {
            return;
        }
        ClientTransaction transaction = event.getClientTransaction();
        if (transaction != null && transaction.getApplicationData() instanceof ResponseSink sink) {
            sink.onResponse(event);
        } else if (event.getDialog() != null && event.getDialog().getApplicationData() instanceof ResponseSink sink) {
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
