/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

/** What codecs that know nothing of loss have in common: gaps are filled from the sound before them. */
abstract class WaveformDecoder implements SpeechDecoder {

    private final int rate;
    private final PitchConcealment concealment;

    WaveformDecoder(int rate) {
        this.rate = rate;
        concealment = new PitchConcealment(rate);
    }

    /** Decodes a payload that has {@link #samples}. */
    abstract int decodeWave(byte[] data, int offset, int length, short[] out);

    @Override
    public final int rate() {
        return rate;
    }

    @Override
    public final int decode(byte[] data, int offset, int length, short[] out) {
        if (samples(data, offset, length) == 0) {
            return 0;
        }
        int count = decodeWave(data, offset, length, out);
        concealment.heard(out, count);
        return count;
    }

    @Override
    public final boolean recovers() {
        return false;
    }

    @Override
    public final void recover(byte[] next, int offset, int length, short[] out, int count) {
        concealment.conceal(out, count);
    }

    @Override
    public final void conceal(short[] out, int count) {
        concealment.conceal(out, count);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
