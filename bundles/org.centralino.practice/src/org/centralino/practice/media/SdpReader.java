/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** Reads the media sections of a session description (RFC 4566); what it does not know it leaves out. */
public final class SdpReader {
    private static final int LONGEST = 16_384;
    private static final int MOST_SECTIONS = 16;
    private static final int MOST_FORMATS = 64;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final List<MediaDescription> sections = new ArrayList<>();
    private String sessionHost = "";
    private Direction sessionDirection = Direction.SENDRECV;
    private @Nullable Section section;

    private static final class Section {
        private final String[] media;
        private final Map<Integer, Format> mapped = new HashMap<>();
        private final Map<Integer, String> parameters = new HashMap<>();
        private String host;
        private Direction direction;

        Section(String[] media, String host, Direction direction) {
            this.media = media;
            this.host = host;
            this.direction = direction;
        }
    }

    private SdpReader() {}

    /** @throws IllegalArgumentException for a body that is no session description */
    public static List<MediaDescription> read(String body) {
        if (body.length() > LONGEST || !body.startsWith("v=0")) {
            throw new IllegalArgumentException("not a session description");
        }
        SdpReader reader = new SdpReader();
        body.lines().filter(line -> line.length() > 2 && line.charAt(1) == '=').forEach(reader::line);
        reader.endSection();
        return List.copyOf(reader.sections);
    }

    private void line(String line) {
        String value = line.substring(2).trim();
        switch (line.charAt(0)) {
            case 'm' -> startSection(value);
            case 'c' -> connection(value);
            case 'a' -> attribute(value);
            default -> {
                // Times, bandwidths and keys change nothing here.
            }
        }
    }

    private void startSection(String value) {
        endSection();
        String[] media = value.split(" +");
        if (media.length < 4 || sections.size() == MOST_SECTIONS) {
            throw new IllegalArgumentException("bad media line");
        }
        section = new Section(media, sessionHost, sessionDirection);
    }

    private void connection(String value) {
        String[] parts = value.split("[ /]+");
        String host = parts.length >= 3 ? parts[2] : "";
        Section current = section;
        if (current == null) {
            sessionHost = host;
        } else {
            current.host = host;
        }
    }

    private void attribute(String value) {
        for (Direction direction : Direction.values()) {
            if (direction.attribute().equals(value)) {
                directionIs(direction);
            }
        }
        Section current = section;
        String[] parts = value.split("[: ]+", 3);
        if (current == null || parts.length < 3) {
            return;
        }
        if ("rtpmap".equals(parts[0])) {
            String[] map = parts[2].trim().split("/");
            int payloadType = number(parts[1], 127);
            int channels = map.length > 2 ? number(map[2], 255) : 1;
            int clockRate = map.length > 1 ? number(map[1], 192_000) : 8000;
            current.mapped.put(
                    payloadType, new Format(payloadType, map[0].toLowerCase(Locale.ROOT), clockRate, channels, ""));
        } else if ("fmtp".equals(parts[0])) {
            current.parameters.put(number(parts[1], 127), parts[2].trim());
        }
    }

    private void directionIs(Direction direction) {
        Section current = section;
        if (current == null) {
            sessionDirection = direction;
        } else {
            current.direction = direction;
        }
    }

    private void endSection() {
        Section ended = section;
        if (ended == null) {
            return;
        }
        List<Format> formats = new ArrayList<>();
        boolean rtp = ended.media[2].contains("RTP/");
        for (int i = 3; rtp && i < Math.min(ended.media.length, MOST_FORMATS); i++) {
            int type = number(ended.media[i], 127);
            Format mapped = ended.mapped.getOrDefault(type, Format.ofStatic(type));
            formats.add(new Format(
                    type,
                    mapped.encoding(),
                    mapped.clockRate(),
                    mapped.channels(),
                    ended.parameters.getOrDefault(type, "")));
        }
        int port = number(ended.media[1].split("/")[0], 65535);
        // The zero address is how RFC 2543 put a call on hold.
        boolean zero = "0.0.0.0".equals(ended.host);
        sections.add(new MediaDescription(
                ended.media[0],
                port,
                ended.media[2],
                String.join(" ", List.of(ended.media).subList(3, ended.media.length)),
                List.copyOf(formats),
                zero && ended.direction == Direction.SENDRECV ? Direction.SENDONLY : ended.direction,
                zero ? null : address(ended.host, port)));
    }

    private static int number(String text, int most) {
        int number = Integer.parseInt(text.trim());
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("number out of range in session description");
        }
        return number;
    }

    private static @Nullable InetSocketAddress address(String host, int port) {
        if ("localhost".equalsIgnoreCase(host)) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }
        if (!IPV4.matcher(host).matches()) {
            return null;
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
