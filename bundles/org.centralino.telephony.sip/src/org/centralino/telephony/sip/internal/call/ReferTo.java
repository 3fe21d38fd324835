/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.nio.charset.StandardCharsets;

/** The URI of a Refer-To. */
final class ReferTo {

    private static final String PLAIN = "-_.!~*'()[]/?:+$";

    private ReferTo() {}

    /**
     * Where an INVITE is to go that takes the place of a session (RFC 3891, RFC 5589, 7.3).
     *
     * @param target the Contact of that session's far side
     * @param replaces the value of the Replaces header
     */
    static String replacing(String target, String replaces) {
        return target + (target.indexOf('?') < 0 ? "?" : "&") + "Replaces=" + escaped(replaces);
    }

    /** A header's value inside a URI (RFC 3261, 25.1: hvalue). */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }
}
