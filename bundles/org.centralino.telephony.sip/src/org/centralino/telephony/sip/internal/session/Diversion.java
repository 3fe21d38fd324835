/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.List;
import java.util.Locale;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import org.centralino.telephony.Party;
import org.centralino.telephony.sip.internal.session.NameAddresses.Entry;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;

/** Whom an INVITE was meant for at first (History-Info, RFC 7044; Diversion, RFC 5806). */
final class Diversion {

    private Diversion() {}

    /** Null when nobody diverted it, or who did does not want to be named. */
    static @Nullable Party in(Request invite) {
        List<Entry> history = NameAddresses.in(invite, "History-Info");
        Party first = isDiverted(history) ? party(history.getFirst()) : null;
        if (first != null) {
            return first;
        }
        List<Entry> diversions = NameAddresses.in(invite, "Diversion");
        // The latest stands on top.
        return diversions.isEmpty() ? null : party(diversions.getLast());
    }

    /** Every proxy on the way may make an entry; only some of them stand for another user than the one before. */
    private static boolean isDiverted(List<Entry> history) {
        return history.size() > 1
                && history.stream()
                        .anyMatch(entry -> entry.hasNamed("mp")
                                || entry.address().getURI() instanceof SipURI uri
                                        && (uri.getParameter("cause") != null || uri.getHeader("Reason") != null));
    }

    private static @Nullable Party party(Entry entry) {
        if (entry.has("privacy=full") || entry.has("privacy=uri")) {
            return null;
        }
        if (entry.address().getURI() instanceof SipURI uri) {
            String privacy = uri.getHeader("Privacy");
            String host = uri.getHost();
            if (privacy != null && privacy.toLowerCase(Locale.ROOT).contains("history")
                    || host.toLowerCase(Locale.ROOT).endsWith(".invalid")) {
                return null;
            }
        }
        String name = entry.has("privacy=name") ? null : entry.address().getDisplayName();
        return CallerId.party(name, Messages.withoutHeaders(entry.address().getURI()));
    }
}
