/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.message.Request;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests inside one call. */
record Requests(LocalParty party, Dialog dialog, ResponseUser owner) {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    @Nullable
    ClientTransaction bye() {
        return send(Request.BYE, request -> {});
    }

    @Nullable
    ClientTransaction offer(String sdp) {
        return send(Request.INVITE, request -> Messages.body(request, LocalParty.SDP, sdp));
    }

    @Nullable
    ClientTransaction refer(String target) {
        return send(Request.REFER, request -> {
            request.setHeader(Messages.header("Refer-To", "<" + target + ">"));
            request.setHeader(Messages.header("Referred-By", "<" + party.address() + ">"));
        });
    }

    /** @param last whether this ends the subscription that the REFER made */
    @Nullable
    ClientTransaction notifyTransfer(int status, boolean last) {
        return send(Request.NOTIFY, request -> {
            request.setHeader(Messages.header("Event", "refer"));
            String state = last ? "terminated;reason=noresource" : "active;expires=60";
            request.setHeader(Messages.header("Subscription-State", state));
            String line = "SIP/2.0 " + status + " " + SIPResponse.getReasonPhrase(status);
            Messages.body(request, "message/sipfrag", line + "\r\n");
        });
    }

    @Nullable
    ClientTransaction options() {
        return send(Request.OPTIONS, request -> {});
    }

    /** @return null when it could not be sent */
    private @Nullable ClientTransaction send(String method, Consumer<Request> filling) {
        try {
            Request request = dialog.createRequest(method);
            party.identify(request);
            filling.accept(request);
            ClientTransaction transaction = party.node().provider().getNewClientTransaction(request);
            transaction.setApplicationData(owner);
            dialog.sendRequest(transaction);
            return transaction;
        } catch (SipException | RuntimeException e) {
            LOG.info("{} not sent: {}", method, e.toString());
            return null;
        }
    }
}
