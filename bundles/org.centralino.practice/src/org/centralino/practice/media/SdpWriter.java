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

    /** A stream that is used, and the port of this end's for it. */
    public record Used(Agreement agreed, int port) {}

    /** An answer that uses some of the offer's sections and refuses the others. */
    public String answer(List<MediaDescription> offer, List<Used> used) {
        return description(sections(offer, used));
    }

    /** A new offer of what is in use; sections that were refused stay refused (RFC 3264 section 8). */
    public String offer(List<MediaDescription> peer, Used sound, Direction direction) {
        Agreement agreed = sound.agreed();
        List<String> sections = sections(peer, List.of());
        sections.set(agreed.section(), section("audio", agreed.protocol(), sound.port(), formats(agreed), direction));
        return description(sections);
    }

    private static List<String> sections(List<MediaDescription> peer, List<Used> used) {
        List<String> sections = new ArrayList<>();
        peer.forEach(
                media -> sections.add("m=" + media.kind() + " 0 " + media.protocol() + " " + media.formatList() + EOL));
        for (Used each : used) {
            Agreement agreed = each.agreed();
            String kind = peer.get(agreed.section()).kind();
            sections.set(
                    agreed.section(),
                    section(kind, agreed.protocol(), each.port(), formats(agreed), agreed.direction()));
        }
        return sections;
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
