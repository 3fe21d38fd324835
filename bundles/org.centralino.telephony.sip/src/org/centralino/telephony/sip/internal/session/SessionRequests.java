/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.Header;
import javax.sip.header.ReasonHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests of ours within a session that change nothing in it: what matters of their outcome is whether the far side still knows
 * the session. Confined to its line's executor.
 */
final class SessionRequests {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRequests.class);

    private final AccountLine line;
    private final SessionListener listener;

    SessionRequests(AccountLine line, SessionListener listener) {
        this.line = line;
        this.listener = listener;
    }

    /** @param reason the value of Reason (RFC 3326), null when there is none to be told */
    void bye(@Nullable Dialog ended, @Nullable String reason) {
        send(ended, Request.BYE, bye -> {
            if (reason != null) {
                bye.setHeader(Messages.HEADERS.createHeader(ReasonHeader.NAME, reason));
            }
        });
    }

    /** A DTMF digit. */
    void digit(@Nullable Dialog current, char digit, int durationMs) {
        String signal = "Signal=" + digit + "\r\nDuration=" + durationMs + "\r\n";
        send(current, Request.INFO, info -> Messages.body(info, "application", "dtmf-relay", signal));
    }

    /** ACK for a 2xx. @param invite what it accepted. Returns whether it was sent. */
    boolean acknowledge(Dialog answered, long sequence, @Nullable Request invite) {
        try {
            line.bring(answered);
            Request ack = answered.createAck(sequence);
            for (String name : new String[] {"Authorization", "Proxy-Authorization"}) {
                Header credentials = invite == null ? null : invite.getHeader(name);
                if (credentials != null && ack.getHeader(name) == null) {
                    // RFC 3261, 22.1: an ACK cannot be challenged, so it carries the INVITE's.
                    ack.addHeader((Header) credentials.clone());
                }
            }
            answered.sendAck(ack);
            return true;
        } catch (SipException | InvalidArgumentException e) {
            LOG.warn("{}: ACK not sent: {}", line.account(), e.getMessage());
            return false;
        }
    }

    private void send(@Nullable Dialog current, String method, DialogRequest.Content content) {
        if (current == null || line.endpoint() == null || current.getState() == DialogState.TERMINATED) {
            return;
        }
        ResponseSink outcome = new ResponseSink() {
            @Override
            public void onResponse(ResponseEvent event) {
                Response response = event.getResponse();
                int status = response.getStatusCode();
                if (status == 481 || status == 408) {
                    listener.lost(status + " " + response.getReasonPhrase());
                }
            }

            @Override
            public void onNoResponse(String why) {
                listener.lost(why);
            }
        };
        try {
            new DialogRequest(line, current, method, content, outcome).send();
        } catch (SipException e) {
            LOG.warn("{}: {} not sent: {}", line.account(), method, e.getMessage());
        }
    }
}
