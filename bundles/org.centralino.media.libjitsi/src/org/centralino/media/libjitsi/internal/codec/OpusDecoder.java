/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import java.io.IOException;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.impl.neomedia.codec.audio.opus.Opus;

/** Opus (RFC 6716) to sound, by libjitsi's natives: one channel, whatever was sent. */
final class OpusDecoder implements SpeechDecoder {

    static final int RATE = 48_000;

    private final byte[] bytes = new byte[2 * RATE / 1000 * LONGEST_MS];
    private long decoder;

    OpusDecoder() throws IOException {
        decoder = Opus.decoder_create(RATE, 1);
        if (decoder == 0) {
            throw new IOException("Opus has no decoder");
        }
    }

    @Override
    public int rate() {
        return RATE;
    }

    @Override
    public int samples(byte[] data, int offset, int length) {
        int count = length <= 0 ? 0 : Opus.decoder_get_nb_samples(decoder, data, offset, length);
        return count * 1000 <= LONGEST_MS * RATE ? Math.max(0, count) : 0;
    }

    @Override
    public int decode(byte[] data, int offset, int length, short[] out) {
        return samples(data, offset, length) == 0 ? 0 : run(data, offset, length, bytes.length / 2, 0, out);
    }

    @Override
    public boolean recovers() {
        return true;
    }

    @Override
    public void recover(byte[] next, int offset, int length, short[] out, int count) {
        if (run(next, offset, length, count, 1, out) != count) {
            conceal(out, count);
        }
    }

    @Override
    public void conceal(short[] out, int count) {
        int made = run(null, 0, 0, count, 0, out);
        for (int i = made; i < count; i++) {
            out[i] = 0;
        }
    }

    private int run(byte @Nullable [] data, int offset, int length, int room, int fec, short[] out) {
        int count = Math.max(0, Opus.decode(decoder, data, offset, length, bytes, 0, room, fec));
        for (int i = 0; i < count; i++) {
            out[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
        }
        return count;
    }

    @Override
    public void close() {
        long last = decoder;
        decoder = 0;
        if (last != 0) {
            Opus.decoder_destroy(last);
        }
    }
}
