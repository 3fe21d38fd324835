/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

/** Sound to G.711. */
final class G711Encoder implements SpeechEncoder {

    private final G711 law;

    G711Encoder(G711 law) {
        this.law = law;
    }

    @Override
    public int rate() {
        return G711.RATE;
    }

    @Override
    public int encode(short[] samples, int count, byte[] out, int offset) {
        for (int i = 0; i < count; i++) {
            out[offset + i] = law.encode(samples[i]);
        }
        return count;
    }
}
