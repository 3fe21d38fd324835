/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A session description (RFC 8866), as far as calls need it.
 *
 * @param sessionId of the {@code o=} line
 * @param version of the {@code o=} line, raised with every change
 * @param originAddress of the {@code o=} line
 * @param address of the session's {@code c=} line; null when each media has its own
 * @param attributes the session's {@code a=} lines
 * @param media its {@code m=} lines
 */
public record SessionDescription(
        String sessionId,
        String version,
        String originAddress,
        @Nullable String address,
        List<SdpAttribute> attributes,
        List<MediaDescription> media) {

    public SessionDescription {
        attributes = List.copyOf(attributes);
        media = List.copyOf(media);
    }

    /** The description on the wire. */
    @Override
    public String toString() {
        StringBuilder sdp = new StringBuilder(512).append("v=0\r\no=- ");
        sdp.append(sessionId).append(' ').append(version).append(" IN ");
        sdp.append(family(originAddress)).append(' ').append(originAddress).append("\r\ns=-\r\n");
        String own = address;
        if (own != null) {
            writeConnection(sdp, own);
        }
        sdp.append("t=0 0\r\n");
        attributes.forEach(attribute -> attribute.write(sdp));
        media.forEach(description -> description.write(sdp));
        return sdp.toString();
    }

    static void writeConnection(StringBuilder sdp, String address) {
        sdp.append("c=IN ").append(family(address)).append(' ').append(address).append("\r\n");
    }

    private static String family(String address) {
        return address.indexOf(':') < 0 ? "IP4" : "IP6";
    }
}
