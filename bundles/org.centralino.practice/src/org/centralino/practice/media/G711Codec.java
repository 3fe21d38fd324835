/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

/** PCMU and PCMA (RFC 3551). */
record G711Codec(G711 law) implements AudioCodec {

    @Override
    public int sampleRate() {
        return 8000;
    }

    @Override
    public byte[] encode(short[] frame) {
        byte[] payload = new byte[frame.length];
        for (int i = 0; i < frame.length; i++) {
            payload[i] = law.toOctet(frame[i]);
        }
        return payload;
    }

    @Override
    public short[] decode(byte[] payload) {
        short[] frame = new short[payload.length];
        for (int i = 0; i < payload.length; i++) {
            frame[i] = law.toLinear(payload[i]);
        }
        return frame;
    }
}
