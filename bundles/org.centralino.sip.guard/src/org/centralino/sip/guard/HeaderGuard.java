/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import java.text.ParseException;
import java.util.Set;

/** Whether quotes, comments and angle brackets of one header's value close (RFC 3261, 25.1). */
final class HeaderGuard {

    /** Comments were dropped from Via by RFC 3261; nothing that speaks 2.0 sends them. */
    private static final Set<String> WITHOUT_COMMENT = Set.of("via", "v");

    private static final Set<String> WITH_COMMENT = Set.of("user-agent", "server", "retry-after");

    private static final Set<String> WITH_ADDRESS = Set.of(
            "from",
            "f",
            "to",
            "t",
            "contact",
            "m",
            "route",
            "record-route",
            "reply-to",
            "refer-to",
            "r",
            "referred-by",
            "b",
            "alert-info",
            "call-info",
            "error-info",
            "p-asserted-identity",
            "p-preferred-identity",
            "path",
            "service-route",
            "diversion",
            "history-info");

    private static final Set<String> WITH_QUOTES = Set.of(
            "www-authenticate",
            "proxy-authenticate",
            "authorization",
            "proxy-authorization",
            "authentication-info",
            "warning",
            "content-type",
            "c",
            "content-disposition",
            "accept",
            "accept-encoding",
            "accept-language",
            "event",
            "o",
            "reason",
            "subscription-state",
            "replaces",
            "target-dialog",
            "join");

    private final String value;
    private int position;

    private HeaderGuard(String value) {
        this.value = value;
    }

    /**
     * Throws when {@code value} does not close what it opens.
     *
     * @param name the header's name in lower case, long or compact
     */
    static void check(String name, String value) throws ParseException {
        HeaderGuard guard = new HeaderGuard(value);
        if (WITHOUT_COMMENT.contains(name)) {
            guard.structured(false, false);
        } else if (WITH_COMMENT.contains(name)) {
            guard.comments();
        } else if (WITH_ADDRESS.contains(name)) {
            guard.structured(true, true);
        } else if (WITH_QUOTES.contains(name)) {
            guard.structured(false, true);
        }
    }

    private void structured(boolean angles, boolean parentheses) throws ParseException {
        boolean inAngles = false;
        while (position < value.length()) {
            char c = value.charAt(position++);
            if (c == '"') {
                quoted();
            } else if (c == '\\' || !parentheses && (c == '(' || c == ')')) {
                throw refusal("Character out of place");
            } else if (angles && c == '<' || angles && c == '>') {
                if (inAngles == (c == '<')) {
                    throw refusal("Angle brackets do not match");
                }
                inAngles = !inAngles;
            }
        }
        if (inAngles) {
            throw refusal("Angle bracket not closed");
        }
    }

    private void quoted() throws ParseException {
        while (position < value.length()) {
            char c = value.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '"') {
                return;
            }
        }
        throw refusal("Quote not closed");
    }

    private void comments() throws ParseException {
        int depth = 0;
        while (position < value.length()) {
            char c = value.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            if (depth < 0 || depth > 8) {
                throw refusal("Comment does not match");
            }
        }
        if (depth != 0 || position > value.length()) {
            throw refusal("Comment not closed");
        }
    }

    private ParseException refusal(String why) {
        return new ParseException(why, position);
    }
}
