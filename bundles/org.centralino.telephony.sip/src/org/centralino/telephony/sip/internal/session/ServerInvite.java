/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import gov.nist.javax.sip.stack.SIPTransaction;
import java.text.ParseException;
import java.util.Iterator;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.Header;
import javax.sip.header.ReasonHeader;
import javax.sip.header.ToHeader;
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

    private final ServerTransaction transaction;
    private final Request request;
    private final String toTag = AccountLine.newTag();
    private boolean finished;

    public ServerInvite(AccountLine line, ServerTransaction transaction, SessionListener listener) {
        super(line, listener);
        this.transaction = transaction;
        this.request = transaction.getRequest();
        Dialog own = transaction.getDialog();
        this.dialog = own;
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

    /** 180: somebody is being alerted. */
    public void ringing() {
        try {
            Response ringing = response(request, Response.RINGING);
            ringing.setHeader(line.contact());
            transaction.sendResponse(ringing);
        } catch (SipException | InvalidArgumentException | ParseException e) {
            LOG.debug("{}: 180 not sent", line.account(), e);
        }
    }

    /** 200 with our answer, or our offer where the caller made none. */
    public void ok(String sdp) {
        if (!finished) {
            finished = true;
            respondWithSession(transaction, request, sdp);
        }
    }

    /** A final refusal. */
    public void refuse(int status) {
        refuse(status, "");
    }

    /** A final refusal with words for who reads the far side's log (RFC 3261, 20.43); empty: without. */
    public void refuse(int status, String warning) {
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
        if (!finished) {
            finished = true;
            respond(transaction, request, Response.REQUEST_TERMINATED);
            listener.cancelled(answeredElsewhere(cancel));
        }
    }

    /** RFC 3326: the reason of a CANCEL may be that another device took the call. */
    private static boolean answeredElsewhere(Request cancel) {
        for (Iterator<?> reasons = cancel.getHeaders(ReasonHeader.NAME); reasons.hasNext(); ) {
            if ((Header) reasons.next() instanceof ReasonHeader reason
                    && "SIP".equalsIgnoreCase(reason.getProtocol())
                    && reason.getCause() == Response.OK) {
                return true;
            }
        }
        return false;
    }

    @Override
    void onBye() {
        refuse(Response.REQUEST_TERMINATED);
    }

    @Override
    Response response(Request answered, int status) throws ParseException {
        Response response = super.response(answered, status);
        ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
        if (to.getTag() == null && status > Response.TRYING) {
            to.setTag(toTag);
        }
        return response;
    }
}
