/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import java.util.Iterator;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Response;

/** How long a registrar keeps a binding. */
final class Granted {

    private static final int LONGEST_S = 86_400;

    private Granted() {}

    /** Seconds that {@code response} grants {@code ours}; {@code asked} where it does not say. */
    static int seconds(Response response, ContactHeader ours, int asked) {
        int seconds = -1;
        String uri = ours.getAddress().getURI().toString();
        for (Iterator<?> contacts = response.getHeaders(ContactHeader.NAME); contacts.hasNext(); ) {
            ContactHeader contact = (ContactHeader) contacts.next();
            if (contact.getAddress().getURI().toString().equalsIgnoreCase(uri)) {
                seconds = contact.getExpires();
            }
        }
        if (seconds <= 0) {
            ExpiresHeader header = (ExpiresHeader) response.getHeader(ExpiresHeader.NAME);
            seconds = header == null ? asked : header.getExpires();
        }
        return Math.clamp(seconds, 1, LONGEST_S);
    }
}
