/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.util.Arrays;

/** Opus (RFC 6716, 7587) by Concentus: mono, 48 kHz. */
final class OpusCodec implements AudioCodec {
    private static final int RATE = 48000;
    private static final int LONGEST_FRAME = RATE * 120 / 1000;
    private static final int LARGEST_PAYLOAD = 1275;

    private final OpusEncoder encoder;
    private final OpusDecoder decoder;
    private final byte[] encoded = new byte[LARGEST_PAYLOAD];
    private final short[] decoded = new short[LONGEST_FRAME];

    OpusCodec() {
        try {
            encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
            encoder.setBitrate(48000);
            // Pure Java: the lowest complexity that keeps a pure tone pure.
            encoder.setComplexity(2);
            decoder = new OpusDecoder(RATE, 1);
        } catch (OpusException e) {
            throw new IllegalStateException("Concentus refused 48 kHz mono", e);
        }
    }

    @Override
    public int sampleRate() {
        return RATE;
    }

    @Override
    public byte[] encode(short[] frame) throws IOException {
        try {
            int length = encoder.encode(frame, 0, frame.length, encoded, 0, encoded.length);
            return Arrays.copyOf(encoded, length);
        } catch (OpusException e) {
            throw new IOException("cannot encode Opus", e);
        }
    }

    @Override
    public short[] decode(byte[] payload) throws IOException {
        try {
            int samples = decoder.decode(payload, 0, payload.length, decoded, 0, decoded.length, false);
            return Arrays.copyOf(decoded, samples);
        } catch (OpusException | RuntimeException | AssertionError e) {
            throw new IOException("cannot decode Opus payload of " + payload.length + " octets", e);
        }
    }
}
