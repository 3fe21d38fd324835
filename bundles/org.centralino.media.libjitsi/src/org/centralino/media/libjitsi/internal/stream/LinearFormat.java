/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import javax.media.Format;
import javax.media.format.AudioFormat;

/** The uncompressed sound that libjitsi's codecs take and give: 16 bit, mono, little endian, in bytes. */
final class LinearFormat {

    private LinearFormat() {}

    static AudioFormat of(int rate) {
        return new AudioFormat(
                AudioFormat.LINEAR,
                rate,
                16,
                1,
                AudioFormat.LITTLE_ENDIAN,
                AudioFormat.SIGNED,
                Format.NOT_SPECIFIED,
                Format.NOT_SPECIFIED,
                Format.byteArray);
    }

    static int toBytes(short[] samples, int count, byte[] bytes) {
        for (int i = 0; i < count; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return 2 * count;
    }

    static int toSamples(byte[] bytes, int offset, int length, short[] samples) {
        int count = Math.min(length / 2, samples.length);
        for (int i = 0; i < count; i++) {
            int at = offset + 2 * i;
            samples[i] = (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
        }
        return count;
    }
}
