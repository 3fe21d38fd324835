/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import org.centralino.media.libjitsi.internal.codec.SpeechDecoder;

/** A decoder and how often it had to help itself. */
final class CountingDecoder implements SpeechDecoder {

    private final SpeechDecoder decoder;
    int decoded;
    int recovered;
    long concealedSamples;

    CountingDecoder(SpeechDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public int rate() {
        return decoder.rate();
    }

    @Override
    public int samples(byte[] data, int offset, int length) {
        return decoder.samples(data, offset, length);
    }

    @Override
    public int decode(byte[] data, int offset, int length, short[] out) {
        decoded++;
        return decoder.decode(data, offset, length, out);
    }

    @Override
    public boolean recovers() {
        return decoder.recovers();
    }

    @Override
    public void recover(byte[] next, int offset, int length, short[] out, int count) {
        recovered++;
        decoder.recover(next, offset, length, out, count);
    }

    @Override
    public void conceal(short[] out, int count) {
        concealedSamples += count;
        decoder.conceal(out, count);
    }

    @Override
    public void close() {
        decoder.close();
    }

    double concealedMs() {
        return concealedSamples * 1000.0 / rate();
    }
}
