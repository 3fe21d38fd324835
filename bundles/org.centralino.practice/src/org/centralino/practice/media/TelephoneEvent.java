/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.nio.ByteBuffer;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A DTMF event's payload (RFC 4733 section 2.3).
 *
 * @param digit one of 0-9, *, #, A-D
 * @param duration in RTP clock units
 */
public record TelephoneEvent(char digit, boolean end, int volume, int duration) {
    private static final String DIGITS = "0123456789*#ABCD";

    public static boolean isDigit(char c) {
        return DIGITS.indexOf(c) >= 0;
    }

    /** @return null for an event that is no DTMF digit, or for a payload too short */
    public static @Nullable TelephoneEvent parse(byte[] payload) {
        if (payload.length < 4 || (payload[0] & 0xff) >= DIGITS.length()) {
            return null;
        }
        return new TelephoneEvent(
                DIGITS.charAt(payload[0]),
                (payload[1] & 0x80) != 0,
                payload[1] & 0x3f,
                ByteBuffer.wrap(payload).getShort(2) & 0xffff);
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(4)
                .put((byte) DIGITS.indexOf(digit))
                .put((byte) ((end ? 0x80 : 0) | volume))
                .putShort((short) duration)
                .array();
    }
}
