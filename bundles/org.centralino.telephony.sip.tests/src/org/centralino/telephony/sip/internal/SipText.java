/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A SIP message as text.
 *
 * @param text all of it
 */
public record SipText(String text) {

    public String startLine() {
        return text.substring(0, text.indexOf("\r\n"));
    }

    public String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** The first header of that name; empty when there is none. */
    public String header(String name) {
        List<String> all = headers(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        for (String line : text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                values.add(line.substring(name.length() + 1).strip());
            }
        }
        return values;
    }

    /** The URI in the Contact. */
    public String contact() {
        String contact = header("Contact");
        return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    }

    /** A response to this request; its To gets the tag {@code far} when it has none. */
    public String response(int status, String phrase, String more, String sdp) {
        StringBuilder response = new StringBuilder("SIP/2.0 " + status + " " + phrase + "\r\n");
        headers("Via").forEach(via -> response.append("Via: ").append(via).append("\r\n"));
        String to = header("To");
        response.append("From: ").append(header("From")).append("\r\n");
        response.append("To: ").append(to);
        if (!to.contains(";tag=") && status > 100) {
            response.append(";tag=far");
        }
        response.append("\r\nCall-ID: ").append(header("Call-ID"));
        response.append("\r\nCSeq: ").append(header("CSeq")).append("\r\n");
        if (!more.isEmpty()) {
            response.append(more).append("\r\n");
        }
        if (!sdp.isEmpty()) {
            response.append("Content-Type: application/sdp\r\n");
        }
        return response.append("Content-Length: ")
                .append(sdp.length())
                .append("\r\n\r\n")
                .append(sdp)
                .toString();
    }
}
