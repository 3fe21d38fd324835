/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.SipListenerExt;
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
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the stack's events over to the signalling thread, whoever of the exchange they are for. */
@NonNullByDefault({})
final class StackEvents implements SipListenerExt {
    private static final Logger LOG = LoggerFactory.getLogger(StackEvents.class);

    private final SipProvider provider;
    private final SignallingThread signalling;
    private volatile RequestUser requests;

    StackEvents(SipProvider provider, SignallingThread signalling) {
        this.provider = provider;
        this.signalling = signalling;
    }

    void serve(RequestUser user) {
        requests = user;
    }

    @Override
    public void processRequest(RequestEvent event) {
        Request request = event.getRequest();
        RequestUser user = requests;
        try {
            // The stack wraps an ACK in a transaction that can do nothing.
            boolean ack = Request.ACK.equals(request.getMethod());
            ServerTransaction transaction = ack ? null : event.getServerTransaction();
            if (transaction == null && !ack) {
                transaction = provider.getNewServerTransaction(request);
            }
            if (user != null) {
                ServerTransaction known = transaction;
                Dialog dialog = event.getDialog();
                signalling.execute(() -> user.request(request, known, dialog));
            }
        } catch (TransactionAlreadyExistsException e) {
            LOG.debug("Retransmitted {} ignored", request.getMethod());
        } catch (SipException | RuntimeException e) {
            LOG.warn("{} dropped", request.getMethod(), e);
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        ClientTransaction transaction = event.getClientTransaction();
        RequestUser user = requests;
        if (transaction != null && transaction.getApplicationData() instanceof ResponseUser owner) {
            signalling.execute(() -> owner.response(event.getResponse(), transaction));
        } else if (user != null) {
            signalling.execute(() -> user.strayResponse(event.getResponse()));
        }
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        if (!event.isServerTransaction()
                && event.getClientTransaction().getApplicationData() instanceof ResponseUser owner) {
            signalling.execute(() -> owner.timeout(event.getClientTransaction()));
        }
    }

    @Override
    public void processDialogTimeout(DialogTimeoutEvent event) {
        if (event.getDialog().getApplicationData() instanceof CallDialog call) {
            signalling.execute(call::neverAcknowledged);
        }
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        LOG.debug("Cannot send to {}:{} by {}", event.getHost(), event.getPort(), event.getTransport());
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        // Transactions hold nothing that must be freed.
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        // A call ends by its BYE, its timeout or its refusal; this only follows.
    }
}
