/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.text.ParseException;
import javax.sip.header.ContactHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;

/**
 * The exchange as one side of a call.
 *
 * @param number the extension that it speaks for
 * @param transport how the other side is reached, "udp" or "tcp"
 */
record LocalParty(SipNode node, String number, String transport) {
    static final String SDP = "application/sdp";

    /** Adds where this side is reached and what it understands. */
    void identify(Message message) {
        message.setHeader(Messages.header(
                ContactHeader.NAME,
                "<sip:" + number + "@" + SipNode.HOST + ":" + node.port() + ";transport=" + transport + ">"));
        message.setHeader(Messages.allow("INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REFER, NOTIFY"));
        message.setHeader(Messages.header("Supported", "replaces"));
    }

    /**
     * An INVITE that begins a call.
     *
     * @param replaces a Replaces header's value, empty for none
     */
    Request invite(User callee, String contact, String replaces, String offer) throws ParseException {
        Request invite = Messages.request("INVITE " + contact + " SIP/2.0\r\n"
                + "From: \"Practice exchange\" <" + address() + ">;tag=" + Messages.tag() + "\r\n"
                + "To: <" + callee.address() + ">\r\n"
                + "Call-ID: " + Messages.tag() + "@" + User.DOMAIN + "\r\n"
                + "CSeq: 1 INVITE\r\n"
                + "Max-Forwards: 70\r\n\r\n");
        invite.addHeader(Messages.via(node.port(), transport));
        identify(invite);
        if (!replaces.isEmpty()) {
            invite.addHeader(Messages.header("Replaces", replaces));
        }
        Messages.body(invite, SDP, offer);
        return invite;
    }

    String address() {
        return "sip:" + number + "@" + User.DOMAIN;
    }
}
