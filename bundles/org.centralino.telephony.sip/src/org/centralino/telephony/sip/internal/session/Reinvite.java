/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.sdp.Sdes;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Endpoint;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An INVITE of ours within a session that is up (RFC 3261, 14.1). */
final class Reinvite implements ResponseSink {

    private static final Logger LOG = LoggerFactory.getLogger(Reinvite.class);
    private static final int MOST_ROUNDS = 3;

    private final InviteSession session;
    private final AccountLine line;
    private final Dialog dialog;
    private final String sdp;
    private int rounds;
    private boolean finished;
    private @Nullable Request request;

    Reinvite(InviteSession session, Dialog dialog, String sdp) {
        this.session = session;
        this.line = session.line();
        this.dialog = dialog;
        this.sdp = sdp;
    }

    void send() {
        try {
            send(false);
        } catch (SipException | ParseException e) {
            notSent(e);
        }
    }

    private void send(boolean authorized) throws SipException, ParseException {
        Endpoint endpoint = line.endpoint();
        if (endpoint == null || dialog.getState() != DialogState.CONFIRMED) {
            throw new SipException("No session");
        }
        line.bring(dialog);
        Request invite = dialog.createRequest(Request.INVITE);
        Messages.sign(invite);
        invite.setHeader(line.contact());
        session.timer().ask(invite);
        Messages.body(invite, "application", "sdp", sdp);
        if (Sdes.hasKey(sdp) && !Messages.goesByTls(invite)) {
            throw new SipException("Keys go by TLS only");
        }
        if (authorized) {
            line.authorize(invite);
        }
        request = invite;
        ClientTransaction transaction = endpoint.provider().getNewClientTransaction(invite);
        transaction.setApplicationData(line.onExecutor(this));
        dialog.sendRequest(transaction);
    }

    private void notSent(Exception e) {
        LOG.warn("{}: INVITE within a session not sent: {}", line.account(), e.getMessage());
        finished = true;
        session.listener.offerRefused(0, "Not sent");
    }

    @Override
    public void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        int status = response.getStatusCode();
        CSeqHeader sequence = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
        if (status < 200 || !sequence.getMethod().equals(Request.INVITE)) {
            return;
        }
        if (status < 300) {
            // At once, and after the session's end too: nothing else stops its repetition (RFC 3261, 13.2.2.4).
            session.acknowledge(dialog, sequence.getSeqNumber(), request);
        }
        if (finished) {
            return;
        }
        if (status < 300) {
            finished = true;
            session.heard(response);
            session.timer().answered(response);
            session.listener.offerAccepted(Messages.sdp(response));
        } else if (!isAskedAgain(status, response)) {
            finished = true;
            refused(status, response.getReasonPhrase());
        }
    }

    private void refused(int status, String phrase) {
        switch (status) {
            case Response.REQUEST_PENDING -> session.listener.offerCrossed();
            case Response.REQUEST_TIMEOUT, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST ->
                session.listener.lost(status + " " + phrase);
            default -> {
                LOG.info("{}: the far side keeps the session as it was: {} {}", line.account(), status, phrase);
                session.listener.offerRefused(status, phrase);
            }
        }
    }

    /** Whether it was sent again in the way that the response wants, or could not be, which has been told. */
    private boolean isAskedAgain(int status, Response response) {
        Request refused = request;
        if (refused == null || ++rounds >= MOST_ROUNDS) {
            return false;
        }
        boolean helps = switch (status) {
            case Response.UNAUTHORIZED, Response.PROXY_AUTHENTICATION_REQUIRED -> line.challenged(refused, response);
            case InviteSession.SESSION_INTERVAL_TOO_SMALL -> session.timer().isRaisedBy(response);
            default -> false;
        };
        if (!helps) {
            return false;
        }
        try {
            send(true);
        } catch (SipException | ParseException e) {
            notSent(e);
        }
        return true;
    }

    @Override
    public void onNoResponse(String why) {
        if (!finished) {
            finished = true;
            session.listener.lost(why);
        }
    }
}
