/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

/** The header of an RTP packet (RFC 3550, 5.1), read and written where it lies. */
public final class RtpPacket {

    public static final int HEADER = 12;
    /** Longer packets than a local network's frame carries are not sound of a call. */
    public static final int LONGEST = 1500;

    private RtpPacket() {}

    /** Whether header, contributing sources, extension and padding fit the packet and leave a payload. */
    static boolean isValid(byte[] data, int length) {
        if (length <= HEADER || length > LONGEST || (data[0] & 0xC0) != 0x80) {
            return false;
        }
        int start = payloadOffset(data, length);
        int padding = (data[0] & 0x20) == 0 ? 0 : data[length - 1] & 0xFF;
        boolean paddingFits = (data[0] & 0x20) == 0 || padding > 0;
        return start > 0 && paddingFits && start + padding < length;
    }

    /** Where the payload begins, or -1 when the packet ends before it. */
    static int payloadOffset(byte[] data, int length) {
        int offset = HEADER + 4 * (data[0] & 0x0F);
        if ((data[0] & 0x10) != 0) {
            if (offset + 4 > length) {
                return -1;
            }
            offset += 4 + 4 * uint16(data, offset + 2);
        }
        return offset < length ? offset : -1;
    }

    /** Where the payload ends: padding is not part of it. */
    static int payloadEnd(byte[] data, int length) {
        return (data[0] & 0x20) == 0 ? length : length - (data[length - 1] & 0xFF);
    }

    /** Writes a plain header: version 2, neither padding nor extension, no source yet. */
    public static void begin(byte[] data, int sequence, int timestamp) {
        data[0] = (byte) 0x80;
        data[1] = 0;
        setSequence(data, 0, sequence);
        setTimestamp(data, 0, timestamp);
        setSsrc(data, 0, 0);
    }

    static int payloadType(byte[] data) {
        return data[1] & 0x7F;
    }

    static void setPayloadType(byte[] data, int offset, int type) {
        data[offset + 1] = (byte) (data[offset + 1] & 0x80 | type & 0x7F);
    }

    static void setMarker(byte[] data, int offset, boolean marker) {
        data[offset + 1] = (byte) (marker ? data[offset + 1] | 0x80 : data[offset + 1] & 0x7F);
    }

    static int sequence(byte[] data, int offset) {
        return uint16(data, offset + 2);
    }

    static void setSequence(byte[] data, int offset, int sequence) {
        data[offset + 2] = (byte) (sequence >> 8);
        data[offset + 3] = (byte) sequence;
    }

    static int timestamp(byte[] data, int offset) {
        return int32(data, offset + 4);
    }

    static void setTimestamp(byte[] data, int offset, int timestamp) {
        putInt32(data, offset + 4, timestamp);
    }

    static int ssrc(byte[] data, int offset) {
        return int32(data, offset + 8);
    }

    static void setSsrc(byte[] data, int offset, int ssrc) {
        putInt32(data, offset + 8, ssrc);
    }

    static int uint16(byte[] data, int offset) {
        return (data[offset] & 0xFF) << 8 | data[offset + 1] & 0xFF;
    }

    static int int32(byte[] data, int offset) {
        return uint16(data, offset) << 16 | uint16(data, offset + 2);
    }

    static void putInt32(byte[] data, int offset, int value) {
        data[offset] = (byte) (value >> 24);
        data[offset + 1] = (byte) (value >> 16);
        data[offset + 2] = (byte) (value >> 8);
        data[offset + 3] = (byte) value;
    }
}
