/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Writes this end's session descriptions of one call; the version rises when the content changes (RFC 3264 section 8). */
public final class SdpWriter {
    private static final String EOL = "\r\n";

    private final long sessionId = ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE);
    private long version = 1;
    private String before = "";

    /** An m= section's text and whether it is used. */
    public static String section(String kind, String protocol, int port, List<Format> formats, Direction direction) {
        StringBuilder text = new StringBuilder("m=" + kind + " " + port + " " + protocol);
        formats.forEach(format -> text.append(' ').append(format.payloadType()));
        text.append(EOL);
        for (Format format : formats) {
            text.append("a=rtpmap:").append(format.rtpmap()).append(EOL);
            if (!format.parameters().isEmpty()) {
                text.append("a=fmtp:" + format.payloadType() + " " + format.parameters() + EOL);
            }
        }
        if ("audio".equals(kind)) {
            text.append("a=ptime:20" + EOL);
        }
        return text.append("a=" + direction.attribute() + EOL).toString();
    }

    /** The answer that uses one section for sound at this port and refuses the others. */
    public String answer(List<MediaDescription> offer, Agreement agreed, int port) {
        List<String> sections = new ArrayList<>();
        for (int i = 0; i < offer.size(); i++) {
            MediaDescription media = offer.get(i);
            if (i == agreed.section()) {
                sections.add(section(media.kind(), media.protocol(), port, formats(agreed), agreed.direction()));
            } else {
                sections.add("m=" + media.kind() + " 0 " + media.protocol() + " " + media.formatList() + EOL);
            }
        }
        return description(sections);
    }

    /** A new offer of what is in use already. */
    public String offer(Agreement agreed, int port, Direction direction) {
        return description(List.of(section("audio", agreed.protocol(), port, formats(agreed), direction)));
    }

    /** The first offer of a call that the exchange makes. */
    public String firstOffer(int port) {
        List<Format> all = List.of(Format.opus(96), Format.pcma(), Format.pcmu(), Format.telephoneEvent(101));
        return description(List.of(section("audio", "RTP/AVP", port, all, Direction.SENDRECV)));
    }

    private static List<Format> formats(Agreement agreed) {
        Format events = agreed.events();
        return events == null ? List.of(agreed.format()) : List.of(agreed.format(), events);
    }

    private String description(List<String> sections) {
        String content = String.join("", sections);
        if (!content.equals(before)) {
            version++;
            before = content;
        }
        return "v=0" + EOL
                + "o=practice " + sessionId + " " + version + " IN IP4 127.0.0.1" + EOL
                + "s=Centralino practice exchange" + EOL
                + "c=IN IP4 127.0.0.1" + EOL
                + "t=0 0" + EOL
                + content;
    }
}
