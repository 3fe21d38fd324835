/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.FromHeader;
import javax.sip.message.Request;
import org.centralino.telephony.Party;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;

/** Who is at the far side, from what SIP tells. */
public final class CallerId {

    private static final Pattern ANONYMOUS = Pattern.compile("[:;,\\s](?:id|user|header)\\b");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 128;
    /** What has fewer digits is an extension. */
    private static final int FEWEST_DIGITS = 6;
    /** The address without its scheme, and the host of it. */
    private static final Pattern PLACE = Pattern.compile("sips?:([^@]+@(\\[[^]]*]|[^:]*).*)");

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|\\[.*");

    private CallerId() {}

    /**
     * The caller of an incoming INVITE.
     *
     * @param trusted whether it came from our exchange, which alone may say who calls (RFC 3325, 5); where the caller
     *     asked not to be named, From says what may be shown
     * @param hosts of our exchange
     */
    public static Party caller(Request invite, boolean trusted, Set<String> hosts) {
        return seenFrom(hosts, caller(invite, trusted));
    }

    private static Party caller(Request invite, boolean trusted) {
        Address from = ((FromHeader) invite.getHeader(FromHeader.NAME)).getAddress();
        if (trusted && !isPrivate(invite)) {
            for (NameAddresses.Entry asserted : NameAddresses.in(invite, "P-Asserted-Identity")) {
                URI uri = asserted.address().getURI();
                if (uri instanceof SipURI || uri instanceof TelURL) {
                    String name = asserted.address().getDisplayName();
                    return party(name == null || name.isBlank() ? nameOf(from, uri) : name, uri);
                }
            }
        }
        return party(from.getDisplayName(), from.getURI());
    }

    /** The name that goes with the same address in From: exchanges assert numbers and leave names where they were. */
    private static @Nullable String nameOf(Address from, URI asserted) {
        boolean same = from.getURI() instanceof SipURI uri
                && asserted instanceof SipURI other
                && uri.getUser() != null
                && uri.getUser().equals(other.getUser());
        return same ? from.getDisplayName() : null;
    }

    /** RFC 3323, RFC 3325, 9.3. */
    private static boolean isPrivate(Request invite) {
        for (Iterator<?> all = invite.getHeaders("Privacy"); all.hasNext(); ) {
            String wanted = String.valueOf(all.next()).toLowerCase(Locale.ROOT);
            if (ANONYMOUS.matcher(wanted).find()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whom an incoming INVITE was meant for before it was diverted to us.
     *
     * @param hosts of our exchange
     * @return null where nobody was, or {@code trusted} is false
     */
    public static @Nullable Party divertedFrom(Request invite, boolean trusted, Set<String> hosts) {
        Party before = trusted ? Diversion.in(invite) : null;
        return before == null ? null : seenFrom(hosts, before);
    }

    /**
     * The party that is called by {@code uri}.
     *
     * @param hosts of our exchange
     */
    public static Party callee(String uri, Set<String> hosts) {
        try {
            return seenFrom(hosts, party(null, Messages.ADDRESSES.createURI(uri)));
        } catch (ParseException e) {
            return new Party(null, uri, uri);
        }
    }

    /**
     * Everybody has an extension 142 and a user anna: those of other exchanges are read, and dialled, with their host. A
     * longer number is the same everywhere, and exchanges pass on those of their carriers as they come.
     */
    static Party seenFrom(Set<String> hosts, Party party) {
        Matcher place = PLACE.matcher(party.address());
        boolean global = party.number().startsWith("+")
                || party.number().chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
        if (global || !place.matches()) {
            return party;
        }
        String host = place.group(2).toLowerCase(Locale.ROOT);
        boolean ours = IP_ADDRESS.matcher(host).matches() || hosts.contains(host);
        return ours ? party : new Party(party.displayName(), party.address(), clean(place.group(1)));
    }

    static Party party(@Nullable String displayName, URI uri) {
        String clean = displayName == null ? "" : clean(displayName);
        String name = clean.isEmpty() ? null : clean;
        if (uri instanceof SipURI sip) {
            String user = sip.getUser();
            int port = sip.getPort();
            String host = port < 0 ? sip.getHost() : sip.getHost() + ":" + port;
            String address = (sip.isSecure() ? "sips:" : "sip:") + (user == null ? "" : user + "@") + host;
            String number = user == null ? "" : clean(decoded(user));
            return new Party(name, address, number.isEmpty() ? address : number);
        }
        if (uri instanceof TelURL tel) {
            String number = (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber();
            return new Party(name, "tel:" + number, number);
        }
        return new Party(name, uri.toString(), uri.toString());
    }

    /** As much of what a stranger wrote as a person can read. */
    private static String clean(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("").strip();
        return seen.length() <= LONGEST ? seen : seen.substring(0, seen.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }

    /** Without escapes and without parameters of the user part. */
    private static String decoded(String user) {
        int parameters = user.indexOf(';');
        String bare = parameters > 0 ? user.substring(0, parameters) : user;
        try {
            return URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return bare;
        }
    }
}
