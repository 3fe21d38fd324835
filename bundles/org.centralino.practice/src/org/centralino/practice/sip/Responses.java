/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.text.ParseException;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.header.ToHeader;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;

/** Answers requests of one call: all its responses carry the same tag and say where the exchange is. */
record Responses(LocalParty party, Dialog dialog) {

    void send(ServerTransaction transaction, int status) {
        send(transaction, status, null);
    }

    void send(ServerTransaction transaction, int status, @Nullable String sdp) {
        Response response = Messages.response(status, transaction.getRequest());
        try {
            String tag = dialog.getLocalTag();
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag == null ? Messages.tag() : tag);
        } catch (ParseException e) {
            throw new IllegalStateException("own tag refused", e);
        }
        if (status < 300) {
            party.identify(response);
        }
        if (sdp != null) {
            Messages.body(response, LocalParty.SDP, sdp);
        }
        Messages.send(transaction, response);
    }
}
