/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Locale;

/**
 * Looks at the bytes of a message before anything parses them (RFC 3261, 7 and 25.1): sizes, control characters, and
 * the shape of each header by {@link HeaderGuard}. Takes time linear in the message's length.
 */
final class MessageGuard {

    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_HEAD = 32 * 1024;
    private static final int CONTENT_LENGTH_DIGITS = 6;

    private final byte[] message;
    private int position;
    private int headers;
    private int contentLength = -1;

    private MessageGuard(byte[] message) {
        this.message = message;
    }

    /**
     * Throws when {@code message} is not to be parsed.
     *
     * @param withBody whether the body is there; over a stream it follows later
     * @return false when there is nothing to parse: empty lines that keep a way open (RFC 5626, 4.4.1)
     */
    static boolean check(byte[] message, boolean withBody) throws ParseException {
        if (message.length > GuardedStack.LARGEST_MESSAGE) {
            throw new ParseException("Message too large", 0);
        }
        MessageGuard guard = new MessageGuard(message);
        if (guard.isKeepAlive()) {
            return false;
        }
        guard.head();
        guard.body(withBody);
        return true;
    }

    private boolean isKeepAlive() {
        while (position < message.length && (message[position] == '\r' || message[position] == '\n')) {
            position++;
        }
        return position == message.length;
    }

    private void head() throws ParseException {
        String line = line();
        if (line.isBlank() || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            throw refusal("No start line");
        }
        StringBuilder header = new StringBuilder();
        while (true) {
            if (position >= message.length) {
                throw refusal("No end of the headers");
            }
            line = line();
            if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t') && !header.isEmpty()) {
                header.append(line);
            } else {
                header(header.toString());
                header.setLength(0);
                header.append(line);
            }
            if (header.length() > LONGEST_HEADER) {
                throw refusal("Header too long");
            }
            if (line.isBlank()) {
                header(line.isEmpty() ? "" : header.toString());
                return;
            }
        }
    }

    /** The next line without its end; bytes stand for characters. */
    private String line() throws ParseException {
        int start = position;
        while (position < message.length && message[position] != '\r' && message[position] != '\n') {
            int b = message[position] & 0xff;
            if (b < ' ' && b != '\t' || b == 0x7f) {
                throw refusal("Control character");
            }
            position++;
        }
        if (position > LONGEST_HEAD) {
            throw refusal("Headers too long");
        }
        String line = new String(message, start, position - start, StandardCharsets.ISO_8859_1);
        if (position < message.length && message[position] == '\r') {
            position++;
        }
        if (position < message.length && message[position] == '\n') {
            position++;
        }
        return line;
    }

    private void header(String header) throws ParseException {
        if (header.isBlank()) {
            return;
        }
        if (++headers > MOST_HEADERS) {
            throw refusal("Too many headers");
        }
        int colon = header.indexOf(':');
        if (colon <= 0) {
            throw refusal("Header without a name");
        }
        String name = header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = header.substring(colon + 1);
        if (name.equals("content-length") || name.equals("l")) {
            contentLength(value.strip());
        } else {
            HeaderGuard.check(name, value);
        }
    }

    private void contentLength(String digits) throws ParseException {
        if (contentLength >= 0
                || digits.isEmpty()
                || digits.length() > CONTENT_LENGTH_DIGITS
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refusal("Bad Content-Length");
        }
        contentLength = Integer.parseInt(digits);
        if (contentLength > GuardedStack.LARGEST_MESSAGE) {
            throw refusal("Body too large");
        }
    }

    private void body(boolean withBody) throws ParseException {
        if (withBody && contentLength > message.length - position) {
            throw refusal("Body shorter than Content-Length");
        }
    }

    private ParseException refusal(String why) {
        return new ParseException(why, position);
    }
}
