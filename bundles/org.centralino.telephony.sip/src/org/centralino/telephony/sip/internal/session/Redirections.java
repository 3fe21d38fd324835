/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;

/** Where an INVITE goes after 3xx (RFC 3261, 8.1.3.4): by preference, nowhere twice, and not for ever. */
final class Redirections {

    private static final int MOST_HOPS = 5;
    private static final int MOST_CONTACTS = 20;

    private final boolean secure;
    private final Set<String> tried = new HashSet<>();
    private final List<URI> open = new ArrayList<>();
    private int hops;

    /** @param secure whether sips can be kept to on the way */
    Redirections(URI first, boolean secure) {
        this.secure = secure;
        tried.add(key(first));
    }

    /** Takes the targets of a 3xx, which come before those that are still open. */
    void learn(Response response) {
        List<ContactHeader> contacts = new ArrayList<>();
        Iterator<?> all = response.getHeaders(ContactHeader.NAME);
        while (all.hasNext() && contacts.size() < MOST_CONTACTS) {
            if (all.next() instanceof ContactHeader contact && !contact.isWildCard()) {
                contacts.add(contact);
            }
        }
        contacts.sort(Comparator.comparingDouble(Redirections::preference).reversed());
        List<URI> targets = new ArrayList<>();
        for (ContactHeader contact : contacts) {
            if (contact.getAddress().getURI() instanceof SipURI uri && (secure || !uri.isSecure())) {
                SipURI target = (SipURI) Messages.withoutHeaders(uri);
                target.removeParameter("method");
                targets.add(target);
            }
        }
        open.addAll(0, targets);
    }

    private static double preference(ContactHeader contact) {
        float q = contact.getQValue();
        return q >= 0 && q <= 1 ? q : 1;
    }

    /** The next target, null when there is no more. */
    @Nullable
    URI next() {
        while (!open.isEmpty() && hops < MOST_HOPS) {
            URI target = open.removeFirst();
            if (tried.add(key(target))) {
                hops++;
                return target;
            }
        }
        return null;
    }

    private static String key(URI uri) {
        return uri.toString().toLowerCase(Locale.ROOT);
    }
}
