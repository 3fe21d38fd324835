/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
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

    private CallerId() {}

    /** The caller of an incoming INVITE. */
    public static Party caller(Request invite) {
        Address address = ((FromHeader) invite.getHeader(FromHeader.NAME)).getAddress();
        return party(address.getDisplayName(), address.getURI());
    }

    /** The party that is called by {@code uri}. */
    public static Party callee(String uri) {
        try {
            return party(null, Messages.ADDRESSES.createURI(uri));
        } catch (ParseException e) {
            return new Party(null, uri, uri);
        }
    }

    private static Party party(@Nullable String displayName, URI uri) {
        String name = displayName == null || displayName.isBlank() ? null : displayName.strip();
        if (uri instanceof SipURI sip) {
            String user = sip.getUser();
            int port = sip.getPort();
            String host = port < 0 ? sip.getHost() : sip.getHost() + ":" + port;
            String address = (sip.isSecure() ? "sips:" : "sip:") + (user == null ? "" : user + "@") + host;
            return new Party(name, address, user == null || user.isEmpty() ? address : decoded(user));
        }
        if (uri instanceof TelURL tel) {
            String number = (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber();
            return new Party(name, "tel:" + number, number);
        }
        return new Party(name, uri.toString(), uri.toString());
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
