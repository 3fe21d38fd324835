/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Message;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The status line with which a NOTIFY tells of a call somewhere else (RFC 3420; RFC 3515, 2.4.5).
 *
 * @param status 100 to 699
 * @param phrase in words, without control characters; may be empty
 */
record Sipfrag(int status, String phrase) {

    private static final int LARGEST = 8 * 1024;
    private static final int LONGEST_LINE = 256;
    private static final Pattern STATUS_LINE =
            Pattern.compile("(?i:SIP/2\\.0) ([1-6][0-9]{2})(?: ([^\\r\\n]*))?(?:\\r?\\n|\\z)");

    /** Whether {@code message} says that its body is a fragment of a message. */
    static boolean isTypeOf(Message message) {
        ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
        return type != null
                && "message".equalsIgnoreCase(type.getContentType())
                && "sipfrag".equalsIgnoreCase(type.getContentSubType());
    }

    /** Reads a body; null when it does not begin with a status line, or is too large to be meant as one. */
    static @Nullable Sipfrag parse(byte[] body) {
        if (body.length > LARGEST) {
            return null;
        }
        String line = new String(body, 0, Math.min(body.length, LONGEST_LINE), StandardCharsets.UTF_8);
        Matcher matcher = STATUS_LINE.matcher(line.stripLeading());
        if (!matcher.lookingAt()) {
            return null;
        }
        String phrase = matcher.group(2);
        return new Sipfrag(
                Integer.parseInt(matcher.group(1)),
                phrase == null ? "" : phrase.replaceAll("\\p{Cntrl}", " ").strip());
    }

    /** Puts it in. */
    void addTo(Message message) {
        Messages.body(message, "message", "sipfrag", "SIP/2.0 " + status + " " + phrase + "\r\n");
    }
}
