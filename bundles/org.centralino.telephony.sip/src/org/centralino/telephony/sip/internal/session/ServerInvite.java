/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import gov.nist.javax.sip.stack.SIPTransaction;
import java.text.ParseException;
import java.util.Iterator;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.Header;
import javax.sip.header.ReasonHeader;
import javax.sip.header.RequireHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.Transport;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session somebody asks of us (RFC 3261, 13.3). */
public final class ServerInvite extends InviteSession {

    private static final Logger LOG = LoggerFactory.getLogger(ServerInvite.class);
    private static final int NON_SELECTED = 26;

    /** Just less than the stack repeats a provisional response for, after which it forgets the INVITE. */
    private static final int LONGEST_UNHEARD_S = 14;

    private final ServerTransaction transaction;
    private final Request request;
    private final boolean reliable;
    private boolean finished;
    private @Nullable Future<?> awaiting;
    private @Nullable String postponed;

    public ServerInvite(AccountLine line, ServerTransaction transaction, SessionListener listener) {
        super(line, listener, AccountLine.newTag());
        this.transaction = transaction;
        this.request = transaction.getRequest();
        Dialog own = transaction.getDialog();
        this.dialog = own;
        this.reliable = Options.requires(request, Options.RELIABLE);
        if (own != null) {
            own.setApplicationData(this);
        }
    }

    /** The INVITE. */
    public Request request() {
        return request;
    }

    /** The caller's offer, null when it wants one from us. */
    public @Nullable String offer() {
        return Messages.sdp(request);
    }

    /**
     * 180: somebody is being alerted. Where the caller insists on acknowledging it and made no offer, there is none: it
     * would have to carry ours (RFC 3262, 5), before there is a port to offer.
     */
    public void ringing() {
        Dialog own = dialog;
        try {
            Response ringing = response(request, Response.RINGING);
            ringing.setHeader(line.contact());
            if (!reliable) {
                transaction.sendResponse(ringing);
            } else if (own != null && offer() != null) {
                ringing.setHeader(Messages.HEADERS.createHeader(RequireHeader.NAME, Options.RELIABLE));
                ringing.setHeader(Messages.HEADERS.createRSeqHeader(1));
                awaiting = line.executor().schedule(this::neverHeardOf, LONGEST_UNHEARD_S, TimeUnit.SECONDS);
                own.sendReliableProvisionalResponse(ringing);
            }
        } catch (SipException | InvalidArgumentException | ParseException e) {
            LOG.debug("{}: 180 not sent", line.account(), e);
        }
    }

    @Override
    void onPrack(Request prack, ServerTransaction prackTransaction) {
        // The stack lets through only what acknowledges the response that waits.
        // Before our answer there can be no other offer (RFC 3262, 5).
        respond(prackTransaction, prack, Messages.sdp(prack) == null ? Response.OK : Response.NOT_ACCEPTABLE_HERE);
        settle();
        String sdp = postponed;
        postponed = null;
        if (sdp != null) {
            ok(sdp);
        }
    }

    private void settle() {
        Future<?> waiting = awaiting;
        awaiting = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    /** RFC 3262, 3. */
    private void neverHeardOf() {
        if (!finished) {
            refuse(Response.SERVER_TIMEOUT);
            listener.lost("No PRACK");
        }
    }

    /** 200 with our answer, or our offer where the caller made none; not before the caller heard of the ringing. */
    public void ok(String sdp) {
        if (awaiting != null) {
            postponed = sdp;
        } else if (!finished) {
            finished = true;
            respondInSession(transaction, request, sdp);
        }
    }

    /** A final refusal. */
    public void refuse(int status) {
        refuse(status, "");
    }

    /** A final refusal with words for who reads the far side's log (RFC 3261, 20.43); empty: without. */
    public void refuse(int status, String warning) {
        settle();
        if (!finished) {
            finished = true;
            respond(transaction, request, status, warning);
        }
    }

    @Override
    public boolean isConfidential() {
        return isConfidential(line, transaction);
    }

    /** Whether an answer cannot be read on the way: it goes as the INVITE came, which need not be the account's own way. */
    public static boolean isConfidential(AccountLine line, ServerTransaction transaction) {
        return line.isConfidential()
                && transaction instanceof SIPTransaction own
                && Transport.TLS.token().equalsIgnoreCase(own.getTransport());
    }

    /** The caller's CANCEL; does nothing but answer it when we answered the call already (RFC 3261, 9.2). */
    public void onCancel(Request cancel, ServerTransaction cancelTransaction) {
        respond(cancelTransaction, cancel, Response.OK);
        takenBack(cancel);
    }

    private void takenBack(Request last) {
        if (!finished) {
            refuse(Response.REQUEST_TERMINATED);
            listener.cancelled(answeredElsewhere(last));
            if (postponed != null) {
                listener.peerHungUp();
            }
        }
    }

    /** The reason may be that another device took the call (RFC 3326; Q.850 calls this caller non-selected). */
    private static boolean answeredElsewhere(Request last) {
        for (Iterator<?> reasons = last.getHeaders(ReasonHeader.NAME); reasons.hasNext(); ) {
            if ((Header) reasons.next() instanceof ReasonHeader reason
                    && ("SIP".equalsIgnoreCase(reason.getProtocol()) && reason.getCause() == Response.OK
                            || "Q.850".equalsIgnoreCase(reason.getProtocol()) && reason.getCause() == NON_SELECTED)) {
                return true;
            }
        }
        return false;
    }

    @Override
    void onBye(Request bye) {
        takenBack(bye);
    }
}
