/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import gov.nist.javax.sip.header.SIPHeader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The value of a Replaces header (RFC 3891): a dialog as it is seen by who receives the header.
 *
 * @param callId the dialog's Call-ID
 * @param toTag the receiver's own tag
 * @param fromTag its far side's tag
 * @param earlyOnly whether an answered call is to be left alone
 */
public record Replacement(String callId, String toTag, String fromTag, boolean earlyOnly) {

    /** Its header. */
    public static final String HEADER = "Replaces";

    private static final int LONGEST = 1024;
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e&&[^;,]]+");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9\\-.!%*_+`'~]+");

    /** Reads {@code call-id;to-tag=…;from-tag=…}; null when it is none. */
    static @Nullable Replacement parse(String value) {
        if (value.length() > LONGEST) {
            return null;
        }
        String[] parts = value.split(";", -1);
        String id = parts[0].strip();
        String to = "";
        String from = "";
        boolean early = false;
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].strip().split("\\s*=\\s*", 2);
            String given = pair.length == 2 ? pair[1] : "";
            switch (pair[0].toLowerCase(Locale.ROOT)) {
                case "to-tag" -> to = given;
                case "from-tag" -> from = given;
                case "early-only" -> early = true;
                default -> {
                    // Parameters to come are to be ignored.
                }
            }
        }
        boolean whole = WORD.matcher(id).matches()
                && TOKEN.matcher(to).matches()
                && TOKEN.matcher(from).matches();
        return whole ? new Replacement(id, to, from, early) : null;
    }

    /** Reads the value in the form that URIs carry; null when it is none. */
    static @Nullable Replacement parseEscaped(String value) {
        try {
            return parse(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether {@code invite} asks for the place of another. */
    public static boolean isAskedBy(Request invite) {
        return invite.getHeader(HEADER) != null;
    }

    /** What {@code invite} wants to replace; null when it does not say so understandably. */
    public static @Nullable Replacement in(Request invite) {
        return invite.getHeader(HEADER) instanceof SIPHeader header ? parse(header.getHeaderValue()) : null;
    }

    /** The header's value. */
    public String value() {
        return callId + ";to-tag=" + toTag + ";from-tag=" + fromTag + (earlyOnly ? ";early-only" : "");
    }

    /** The value as a header within a URI; fewer stand as they are than may: some make a space of a plus. */
    String escaped() {
        StringBuilder escaped = new StringBuilder();
        for (byte each : value().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (c < 0x80 && Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }
}
