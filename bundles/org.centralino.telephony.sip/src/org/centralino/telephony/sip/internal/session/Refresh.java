/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.text.ParseException;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An UPDATE that refreshes a session and changes nothing in it (RFC 4028, 7.4). */
final class Refresh implements ResponseSink {

    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    private final InviteSession session;
    private final Dialog dialog;

    Refresh(InviteSession session, Dialog dialog) {
        this.session = session;
        this.dialog = dialog;
    }

    void send() {
        try {
            new DialogRequest(session.line(), dialog, Request.UPDATE, this::write, this).send();
        } catch (SipException e) {
            LOG.warn("{}: UPDATE not sent: {}", session.line().account(), e.getMessage());
        }
    }

    private void write(Request update) throws ParseException, SipException {
        update.setHeader(session.line().contact());
        session.timer().ask(update);
    }

    @Override
    public void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        int status = response.getStatusCode();
        if (status / 100 == 2) {
            session.timer().answered(response);
        } else if (status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST || status == Response.REQUEST_TIMEOUT) {
            session.listener.lost(status + " " + response.getReasonPhrase());
        } else if (status == InviteSession.SESSION_INTERVAL_TOO_SMALL
                && session.timer().isRaisedBy(response)) {
            send();
        } else if (status >= 300) {
            session.refreshByInvite();
        }
    }

    @Override
    public void onNoResponse(String why) {
        session.listener.lost(why);
    }
}
