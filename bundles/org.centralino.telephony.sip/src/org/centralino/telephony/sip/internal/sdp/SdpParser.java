/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/** Reads session descriptions of strangers: bounded in size, tolerant of order and line ends, never of nonsense. */
final class SdpParser {

    private static final int LONGEST = 16 * 1024;
    private static final int MOST_LINES = 400;
    private static final int MOST_MEDIA = 16;
    private static final int MOST_FORMATS = 64;

    private String sessionId = "0";
    private String version = "0";
    private String originAddress = "0.0.0.0";
    private @Nullable String address;
    private final List<SdpAttribute> attributes = new ArrayList<>();
    private final List<MediaDescription> media = new ArrayList<>();
    private boolean versioned;

    private SdpParser() {}

    static SessionDescription parse(String text) throws SdpException {
        if (text.length() > LONGEST) {
            throw new SdpException("Session description too long");
        }
        String[] lines = text.split("\r\n|\n|\r", MOST_LINES + 1);
        if (lines.length > MOST_LINES) {
            throw new SdpException("Session description has too many lines");
        }
        SdpParser parser = new SdpParser();
        for (String line : lines) {
            parser.line(line);
        }
        if (!parser.versioned) {
            throw new SdpException("No v= line");
        }
        return new SessionDescription(
                parser.sessionId,
                parser.version,
                parser.originAddress,
                parser.address,
                parser.attributes,
                parser.media);
    }

    private void line(String line) throws SdpException {
        if (line.isBlank()) {
            return;
        }
        if (line.length() < 2 || line.charAt(1) != '=' || line.indexOf('\0') >= 0) {
            throw new SdpException("Not a line of a session description");
        }
        String value = line.substring(2).strip();
        switch (line.charAt(0)) {
            case 'v' -> version(value);
            case 'o' -> origin(value);
            case 'c' -> connection(value);
            case 'm' -> media(value);
            case 'a' -> attribute(SdpAttribute.parse(value));
            default -> {
                // Names, times, bandwidth: of no consequence for a call.
            }
        }
    }

    private void version(String value) throws SdpException {
        if (!value.equals("0")) {
            throw new SdpException("Version is not 0");
        }
        versioned = true;
    }

    private void origin(String value) throws SdpException {
        String[] parts = value.split(" +");
        if (parts.length != 6) {
            throw new SdpException("Bad o= line");
        }
        sessionId = parts[1];
        version = parts[2];
        originAddress = parts[5];
    }

    private void connection(String value) throws SdpException {
        String[] parts = value.split(" +");
        if (parts.length != 3 || !parts[0].equals("IN")) {
            throw new SdpException("Bad c= line");
        }
        String host = parts[2];
        if (media.isEmpty()) {
            address = host;
        } else {
            MediaDescription last = media.removeLast();
            media.add(new MediaDescription(
                    last.type(), last.port(), last.protocol(), last.formats(), host, last.attributes()));
        }
    }

    private void media(String value) throws SdpException {
        String[] parts = value.split(" +");
        if (parts.length < 4 || parts.length > MOST_FORMATS + 3 || media.size() == MOST_MEDIA) {
            throw new SdpException("Bad m= line, or too many");
        }
        int slash = parts[1].indexOf('/');
        int port = number(slash < 0 ? parts[1] : parts[1].substring(0, slash), 65535);
        List<String> formats = List.of(parts).subList(3, parts.length);
        media.add(new MediaDescription(parts[0], port, parts[2], formats, null, List.of()));
    }

    private void attribute(SdpAttribute attribute) {
        if (media.isEmpty()) {
            attributes.add(attribute);
            return;
        }
        MediaDescription last = media.removeLast();
        List<SdpAttribute> more = new ArrayList<>(last.attributes());
        more.add(attribute);
        media.add(
                new MediaDescription(last.type(), last.port(), last.protocol(), last.formats(), last.address(), more));
    }

    /** A number written in digits, not above {@code most}. */
    static int number(String digits, int most) throws SdpException {
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new SdpException("Not a number");
        }
        int value = Integer.parseInt(digits);
        if (value > most) {
            throw new SdpException("Number too large");
        }
        return value;
    }
}
