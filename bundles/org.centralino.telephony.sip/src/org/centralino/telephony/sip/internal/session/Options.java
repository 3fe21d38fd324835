/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.Iterator;
import javax.sip.header.AllowHeader;
import javax.sip.header.RequireHeader;
import javax.sip.header.SupportedHeader;
import javax.sip.message.Message;

/** What the sender of a message says that it can do (RFC 3261, 20.5, 20.32 and 20.37). */
final class Options {

    /** Provisional responses that are acknowledged (RFC 3262). */
    static final String RELIABLE = "100rel";

    /** Sessions that are kept alive (RFC 4028). */
    static final String TIMER = "timer";

    private Options() {}

    static boolean requires(Message message, String tag) {
        for (Iterator<?> all = message.getHeaders(RequireHeader.NAME); all.hasNext(); ) {
            if (all.next() instanceof RequireHeader header && tag.equalsIgnoreCase(header.getOptionTag())) {
                return true;
            }
        }
        return false;
    }

    static boolean supports(Message message, String tag) {
        for (Iterator<?> all = message.getHeaders(SupportedHeader.NAME); all.hasNext(); ) {
            if (all.next() instanceof SupportedHeader header && tag.equalsIgnoreCase(header.getOptionTag())) {
                return true;
            }
        }
        return requires(message, tag);
    }

    static boolean allows(Message message, String method) {
        for (Iterator<?> all = message.getHeaders(AllowHeader.NAME); all.hasNext(); ) {
            if (all.next() instanceof AllowHeader header && method.equals(header.getMethod())) {
                return true;
            }
        }
        return false;
    }
}
