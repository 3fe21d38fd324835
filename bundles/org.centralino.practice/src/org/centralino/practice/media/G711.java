/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

/** The companding laws of ITU-T G.711, each as a table of 256 values and its inverse of 65536. */
enum G711 {
    MU_LAW {
        @Override
        int expand(int octet) {
            int bits = ~octet & 0xff;
            int magnitude = ((bits & 0x0f) << 3) + 0x84 << (bits >> 4 & 7);
            return (bits & 0x80) != 0 ? 0x84 - magnitude : magnitude - 0x84;
        }
    },
    A_LAW {
        @Override
        int expand(int octet) {
            int bits = octet ^ 0x55;
            int segment = bits >> 4 & 7;
            int magnitude = (bits & 0x0f) << 4;
            magnitude = segment == 0 ? magnitude + 8 : magnitude + 0x108 << segment - 1;
            return (bits & 0x80) != 0 ? magnitude : -magnitude;
        }
    };

    private final short[] linear = new short[256];
    private final byte[] octets = new byte[1 << 16];

    G711() {
        for (int octet = 0; octet < linear.length; octet++) {
            linear[octet] = (short) expand(octet);
        }
        int[] ordered = java.util.stream.IntStream.range(0, 256)
                .boxed()
                .sorted(java.util.Comparator.comparingInt(octet -> linear[octet]))
                .mapToInt(Integer::intValue)
                .toArray();
        int nearest = 0;
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            while (nearest < 255
                    && Math.abs(linear[ordered[nearest + 1]] - sample) <= Math.abs(linear[ordered[nearest]] - sample)) {
                nearest++;
            }
            octets[sample & 0xffff] = (byte) ordered[nearest];
        }
    }

    abstract int expand(int octet);

    short toLinear(byte octet) {
        return linear[octet & 0xff];
    }

    byte toOctet(short sample) {
        return octets[sample & 0xffff];
    }
}
