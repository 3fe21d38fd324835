/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.util.Locale;

/**
 * One RTP payload format of a session description (RFC 4566 rtpmap, fmtp).
 *
 * @param payloadType 0 to 127
 * @param encoding name in lower case, "opus"
 * @param clockRate RTP clock in Hz
 * @param channels as written in rtpmap, 1 where nothing was
 * @param parameters the fmtp line's value, empty where there was none
 */
public record Format(int payloadType, String encoding, int clockRate, int channels, String parameters) {

    public static Format pcmu() {
        return new Format(0, "pcmu", 8000, 1, "");
    }

    public static Format pcma() {
        return new Format(8, "pcma", 8000, 1, "");
    }

    public static Format opus(int payloadType) {
        return new Format(payloadType, "opus", 48000, 2, "useinbandfec=1");
    }

    public static Format telephoneEvent(int payloadType) {
        return new Format(payloadType, "telephone-event", 8000, 1, "0-15");
    }

    /** The static payload types of RFC 3551 that come without an rtpmap. */
    static Format ofStatic(int payloadType) {
        return switch (payloadType) {
            case 0 -> pcmu();
            case 3 -> new Format(3, "gsm", 8000, 1, "");
            case 8 -> pcma();
            case 9 -> new Format(9, "g722", 8000, 1, "");
            case 18 -> new Format(18, "g729", 8000, 1, "");
            default -> new Format(payloadType, "unknown", 8000, 1, "");
        };
    }

    public boolean isTelephoneEvent() {
        return "telephone-event".equals(encoding);
    }

    String rtpmap() {
        String suffix = channels > 1 ? "/" + channels : "";
        return payloadType + " "
                + encoding.toUpperCase(Locale.ROOT)
                        .replace("OPUS", "opus")
                        .replace("TELEPHONE-EVENT", "telephone-event")
                + "/" + clockRate + suffix;
    }
}
