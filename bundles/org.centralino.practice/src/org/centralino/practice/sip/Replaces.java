/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.address.SipURI;
import javax.sip.header.Header;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;
import org.eclipse.jdt.annotation.Nullable;

/** Which call another one takes the place of (RFC 3891); tags as the exchange sees them. */
public record Replaces(String callId, String localTag, String remoteTag) {
    private static final Pattern TO = Pattern.compile(";\\s*to-tag=([^;\\s]+)");
    private static final Pattern FROM = Pattern.compile(";\\s*from-tag=([^;\\s]+)");

    /** @return null when the request replaces nothing */
    public static @Nullable Replaces in(Request invite) {
        List<Header> headers = Messages.headers(invite, "Replaces");
        if (headers.isEmpty()) {
            return null;
        }
        String value = headers.get(0).toString().replaceFirst("(?i)^Replaces\\s*:", "");
        Matcher to = TO.matcher(value);
        Matcher from = FROM.matcher(value);
        return new Replaces(
                value.split(";", 2)[0].trim(), to.find() ? to.group(1) : "", from.find() ? from.group(1) : "");
    }

    /** The value of the Replaces header that a REFER asks to be sent, empty for none. */
    public static String askedBy(Request refer) {
        SipURI target = target(refer);
        @Nullable String escaped = target == null ? null : target.getHeader("Replaces");
        return escaped == null ? "" : URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whom a REFER asks to be called. */
    public static @Nullable SipURI target(Request refer) {
        ReferToHeader header = (ReferToHeader) refer.getHeader(ReferToHeader.NAME);
        return header != null && header.getAddress().getURI() instanceof SipURI uri ? uri : null;
    }
}
