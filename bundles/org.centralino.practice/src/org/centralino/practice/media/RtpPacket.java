/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/** An RTP packet (RFC 3550 section 5.1); timestamp and ssrc are unsigned 32 bit numbers in ints. */
public record RtpPacket(int payloadType, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {
    private static final int HEADER = 12;

    /** @return null for what is no RTP packet: it came from the network */
    static @Nullable RtpPacket parse(byte[] data, int length) {
        if (length < HEADER || (data[0] & 0xc0) != 0x80) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(data, 0, length);
        int start = HEADER + 4 * (data[0] & 0x0f);
        boolean extension = (data[0] & 0x10) != 0;
        if (extension && start + 4 <= length) {
            start += 4 + 4 * (buffer.getShort(start + 2) & 0xffff);
        } else if (extension) {
            return null;
        }
        int padding = (data[0] & 0x20) != 0 ? data[length - 1] & 0xff : 0;
        int end = length - padding;
        if (start > end) {
            return null;
        }
        return new RtpPacket(
                data[1] & 0x7f,
                (data[1] & 0x80) != 0,
                buffer.getShort(2) & 0xffff,
                buffer.getInt(4),
                buffer.getInt(8),
                Arrays.copyOfRange(data, start, end));
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) 0x80)
                .put((byte) (payloadType | (marker ? 0x80 : 0)))
                .putShort((short) sequence)
                .putInt(timestamp)
                .putInt(ssrc)
                .put(payload)
                .array();
    }
}
