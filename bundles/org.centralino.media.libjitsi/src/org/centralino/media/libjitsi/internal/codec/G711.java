/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

/** G.711 (RFC 3551, 4.5.14): a logarithm in eight bits, by A-law or µ-law. */
final class G711 {

    static final int RATE = 8000;

    static final G711 A_LAW = new G711(true);
    static final G711 MU_LAW = new G711(false);

    private static final int MU_BIAS = 132;
    private static final int MU_LARGEST = 32_635;

    private final short[] decoded = new short[256];
    private final byte[] encoded = new byte[1 << 16];

    private G711(boolean aLaw) {
        for (int code = 0; code < decoded.length; code++) {
            decoded[code] = (short) (aLaw ? fromA(code) : fromMu(code));
        }
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = (byte) (aLaw ? toA((short) i) : toMu((short) i));
        }
    }

    short decode(byte code) {
        return decoded[code & 0xFF];
    }

    byte encode(short sample) {
        return encoded[sample & 0xFFFF];
    }

    private static int fromMu(int code) {
        int bits = ~code & 0xFF;
        int size = ((bits & 0x0F) << 3) + MU_BIAS << (bits >> 4 & 7);
        return (bits & 0x80) == 0 ? size - MU_BIAS : MU_BIAS - size;
    }

    private static int toMu(int sample) {
        int size = Math.min(Math.abs(sample), MU_LARGEST) + MU_BIAS;
        int segment = 24 - Integer.numberOfLeadingZeros(size);
        int bits = (sample < 0 ? 0x80 : 0) | segment << 4 | size >> segment + 3 & 0x0F;
        return ~bits;
    }

    private static int fromA(int code) {
        int bits = code ^ 0x55;
        int segment = bits >> 4 & 7;
        int size = ((bits & 0x0F) << 4) + 8;
        if (segment > 0) {
            size = size + 0x100 << segment - 1;
        }
        return (bits & 0x80) == 0 ? -size : size;
    }

    private static int toA(int sample) {
        // One's complement, so that both signs have the same steps.
        int size = sample < 0 ? ~sample : sample;
        int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(size));
        int bits = (sample < 0 ? 0 : 0x80) | segment << 4 | size >> Math.max(4, segment + 3) & 0x0F;
        return bits ^ 0x55;
    }
}
