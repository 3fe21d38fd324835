/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

/** G.711 to sound. */
final class G711Decoder extends WaveformDecoder {

    private final G711 law;

    G711Decoder(G711 law) {
        super(G711.RATE);
        this.law = law;
    }

    @Override
    public int samples(byte[] data, int offset, int length) {
        return length * 1000 <= LONGEST_MS * G711.RATE ? length : 0;
    }

    @Override
    int decodeWave(byte[] data, int offset, int length, short[] out) {
        for (int i = 0; i < length; i++) {
            out[i] = law.decode(data[offset + i]);
        }
        return length;
    }
}
