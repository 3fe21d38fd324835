/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A page of Ogg (RFC 3533, 6): whole packets, for we never begin a packet in one page and end it in the next. */
final class OggPage {

    static final int HEADER = 27;
    static final int FIRST = 2;
    static final int LAST = 4;
    static final int MOST_SEGMENTS = 255;
    static final int CHECKSUM = 22;

    private static final byte[] PATTERN = "OggS".getBytes(StandardCharsets.US_ASCII);
    private static final int POLYNOMIAL = 0x04c11db7;
    private static final int[] TABLE = table();

    private final byte[] lacing = new byte[MOST_SEGMENTS];
    private int segments;
    private byte[] body = new byte[1 << 13];
    private int length;

    /** Segments that a packet takes. */
    static int segments(int packet) {
        return packet / 255 + 1;
    }

    boolean isEmpty() {
        return segments == 0;
    }

    boolean hasRoom(int packet) {
        return segments + segments(packet) <= MOST_SEGMENTS;
    }

    void add(byte[] packet, int count) {
        if (length + count > body.length) {
            body = Arrays.copyOf(body, 2 * (length + count));
        }
        System.arraycopy(packet, 0, body, length, count);
        length += count;
        for (int left = count; left >= 255; left -= 255) {
            lacing[segments++] = (byte) 255;
        }
        lacing[segments++] = (byte) (count % 255);
    }

    /** The page's bytes; it is empty then. */
    byte[] take(int flags, long granule, int serial, int number) {
        ByteBuffer page = ByteBuffer.allocate(HEADER + segments + length).order(ByteOrder.LITTLE_ENDIAN);
        page.put(PATTERN)
                .put((byte) 0)
                .put((byte) flags)
                .putLong(granule)
                .putInt(serial)
                .putInt(number)
                .putInt(0);
        page.put((byte) segments).put(lacing, 0, segments).put(body, 0, length);
        byte[] bytes = page.array();
        page.putInt(CHECKSUM, checksum(bytes, 0, bytes.length));
        segments = 0;
        length = 0;
        return bytes;
    }

    static boolean isPage(byte[] bytes, int at) {
        return Arrays.equals(bytes, at, at + PATTERN.length, PATTERN, 0, PATTERN.length);
    }

    /** Of a page whose field for it is zero. */
    static int checksum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum = sum << 8 ^ TABLE[(sum >>> 24 ^ bytes[i]) & 0xff];
        }
        return sum;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int sum = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
            }
            table[i] = sum;
        }
        return table;
    }
}
