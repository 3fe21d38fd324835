/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

/**
 * An {@code a=} line (RFC 8866, 5.13).
 *
 * @param name before the colon
 * @param value after it; empty for a flag
 */
public record SdpAttribute(String name, String value) {

    static SdpAttribute parse(String line) {
        int colon = line.indexOf(':');
        return colon < 0
                ? new SdpAttribute(line, "")
                : new SdpAttribute(line.substring(0, colon), line.substring(colon + 1));
    }

    void write(StringBuilder sdp) {
        sdp.append("a=").append(name);
        if (!value.isEmpty()) {
            sdp.append(':').append(value);
        }
        sdp.append("\r\n");
    }
}
