/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Endpoint;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;

/** One request within a dialog, sent once more when it is challenged. Confined to its line's executor. */
final class DialogRequest implements ResponseSink {

    private final AccountLine line;
    private final Dialog dialog;
    private final Maker maker;
    private final Content content;
    private final ResponseSink outcome;
    private long sequence;
    private boolean challenged;

    /** What a request carries beyond what the dialog gives. */
    @FunctionalInterface
    interface Content {

        void addTo(Request request) throws ParseException, SipException;
    }

    /** Makes it, as the dialog stands. */
    private interface Maker {

        Request make() throws SipException;
    }

    /** @param outcome told of every response but a challenge that was answered */
    DialogRequest(AccountLine line, Dialog dialog, String method, Content content, ResponseSink outcome) {
        this(line, dialog, () -> dialog.createRequest(method), content, outcome);
    }

    /** PRACK for {@code reliable}, which belongs to {@code dialog} (RFC 3262, 4). */
    static DialogRequest prack(AccountLine line, Dialog dialog, Response reliable, ResponseSink outcome) {
        return new DialogRequest(line, dialog, () -> dialog.createPrack(reliable), prack -> {}, outcome);
    }

    private DialogRequest(AccountLine line, Dialog dialog, Maker maker, Content content, ResponseSink outcome) {
        this.line = line;
        this.dialog = dialog;
        this.maker = maker;
        this.content = content;
        this.outcome = outcome;
    }

    /** Sends it. */
    void send() throws SipException {
        send(false);
    }

    private void send(boolean authorized) throws SipException {
        Endpoint endpoint = line.endpoint();
        if (endpoint == null) {
            throw new SipException("No connection to the network");
        }
        line.bring(dialog);
        Request request = maker.make();
        Messages.sign(request);
        try {
            content.addTo(request);
        } catch (ParseException e) {
            throw new SipException("Request cannot be written", e);
        }
        if (authorized) {
            line.authorize(request);
        }
        ClientTransaction transaction = endpoint.provider().getNewClientTransaction(request);
        transaction.setApplicationData(line.onExecutor(this));
        dialog.sendRequest(transaction);
        sequence = ((CSeqHeader) transaction.getRequest().getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    /** The CSeq number it was sent with last. */
    long sequence() {
        return sequence;
    }

    @Override
    public void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        int status = response.getStatusCode();
        boolean challenge = status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
        if (challenge && !challenged) {
            challenged = true;
            if (line.challenged(event.getClientTransaction().getRequest(), response)) {
                try {
                    send(true);
                } catch (SipException e) {
                    outcome.onNoResponse("Not sent again");
                }
                return;
            }
        }
        outcome.onResponse(event);
    }

    @Override
    public void onNoResponse(String why) {
        outcome.onNoResponse(why);
    }
}
