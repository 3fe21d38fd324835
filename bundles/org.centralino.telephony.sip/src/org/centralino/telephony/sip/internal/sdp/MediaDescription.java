/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * An {@code m=} line with what belongs to it (RFC 8866, 5.14).
 *
 * @param type {@code audio}, {@code video}…
 * @param port the transport port, 0 when refused
 * @param protocol for instance {@code RTP/AVP}
 * @param formats payload types or other formats, as written
 * @param address the address of its own {@code c=} line; null: the session's
 * @param attributes its {@code a=} lines
 */
public record MediaDescription(
        String type,
        int port,
        String protocol,
        List<String> formats,
        @Nullable String address,
        List<SdpAttribute> attributes) {

    public MediaDescription {
        formats = List.copyOf(formats);
        attributes = List.copyOf(attributes);
    }

    /** The value of the first attribute of that name, null when there is none. */
    @Nullable
    String attribute(String name) {
        for (SdpAttribute attribute : attributes) {
            if (attribute.name().equals(name)) {
                return attribute.value();
            }
        }
        return null;
    }

    /** The value of the attribute of that name for a payload type ({@code rtpmap}, {@code fmtp}); null when none. */
    @Nullable
    String attribute(String name, String format) {
        for (SdpAttribute attribute : attributes) {
            if (attribute.name().equals(name) && attribute.value().startsWith(format + " ")) {
                return attribute.value().substring(format.length() + 1).strip();
            }
        }
        return null;
    }

    void write(StringBuilder sdp) {
        sdp.append("m=").append(type).append(' ').append(port).append(' ').append(protocol);
        formats.forEach(format -> sdp.append(' ').append(format));
        sdp.append("\r\n");
        String own = address;
        if (own != null) {
            SessionDescription.writeConnection(sdp, own);
        }
        attributes.forEach(attribute -> attribute.write(sdp));
    }
}
