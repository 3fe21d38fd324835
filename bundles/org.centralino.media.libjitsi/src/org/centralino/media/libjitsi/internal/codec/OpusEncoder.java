/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import java.io.IOException;
import org.jitsi.impl.neomedia.codec.audio.opus.Opus;

/** Sound to Opus (RFC 7587), by libjitsi's natives: one channel, with the redundancy that the far side needs. */
final class OpusEncoder implements SpeechEncoder {

    private static final int BIT_RATE = 32_000;
    /** Half of what Opus can do: the last of its ten steps cost much and are hardly heard at this rate. */
    private static final int COMPLEXITY = 5;
    /** Opus adds no redundancy at this bit rate for less. */
    private static final int WORTH_IT = 8;

    private static final int MOST_LOSS = 30;
    /** What is reported less with each report, for losses are uneven. */
    private static final int DECAY = 2;

    private final byte[] bytes = new byte[2 * OpusDecoder.RATE / 1000 * SpeechDecoder.LONGEST_MS];
    private long encoder;
    private int expectedLoss;

    /**
     * @param fmtp what the far side wishes (RFC 7587, 6.1)
     */
    OpusEncoder(String fmtp) throws IOException {
        encoder = Opus.encoder_create(OpusDecoder.RATE, 1);
        if (encoder == 0) {
            throw new IOException("Opus has no encoder");
        }
        int most = parameter(fmtp, "maxaveragebitrate", BIT_RATE);
        Opus.encoder_set_bitrate(encoder, Math.max(6_000, Math.min(BIT_RATE, most)));
        Opus.encoder_set_complexity(encoder, COMPLEXITY);
        Opus.encoder_set_vbr(encoder, 1 - parameter(fmtp, "cbr", 0));
        Opus.encoder_set_dtx(encoder, parameter(fmtp, "usedtx", 0));
        Opus.encoder_set_inband_fec(encoder, parameter(fmtp, "useinbandfec", 1));
        expectLoss(0);
    }

    private static int parameter(String fmtp, String name, int otherwise) {
        for (String part : fmtp.split(";")) {
            String[] pair = part.trim().split("=", 2);
            if (pair.length == 2 && pair[0].trim().equalsIgnoreCase(name)) {
                try {
                    return Math.max(0, Integer.parseInt(pair[1].trim()));
                } catch (NumberFormatException e) {
                    return otherwise;
                }
            }
        }
        return otherwise;
    }

    @Override
    public int rate() {
        return OpusDecoder.RATE;
    }

    @Override
    public int encode(short[] samples, int count, byte[] out, int offset) {
        for (int i = 0; i < count; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return Math.max(0, Opus.encode(encoder, bytes, 0, count, out, offset, out.length - offset));
    }

    @Override
    public void expectLoss(int percent) {
        expectedLoss = Math.max(expectedLoss - DECAY, Math.min(MOST_LOSS, percent));
        Opus.encoder_set_packet_loss_perc(encoder, expectedLoss <= 0 ? 0 : Math.max(WORTH_IT, expectedLoss));
    }

    @Override
    public void close() {
        long last = encoder;
        encoder = 0;
        if (last != 0) {
            Opus.encoder_destroy(last);
        }
    }
}
