/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opus (RFC 6716) for sound that is kept and not sent: one channel at {@link SoundGraph#RATE}, in packets of
 * {@link #SAMPLES}. Methods may be called on any thread but the graph's and the display's: they wait until the codec is
 * loaded.
 */
@ProviderType
public interface OpusService {

    /** Samples in a packet: 20 ms. */
    int SAMPLES = 2 * SoundGraph.FRAME;

    /** No packet of {@link Encoder} has more bytes (RFC 6716, 3.2.1). */
    int MOST_BYTES = 1275;

    /** No packet holds more samples (RFC 6716, 2.1.4: 120 ms). */
    int MOST_SAMPLES = 6 * SAMPLES;

    /**
     * A new stream, to be closed by who asked for it.
     *
     * @throws IOException when there is no codec on this computer
     */
    Encoder encoder() throws IOException;

    /**
     * A new stream, to be closed by who asked for it.
     *
     * @throws IOException when there is no codec on this computer
     */
    Decoder decoder() throws IOException;

    /** One stream, for one thread at a time. */
    @ProviderType
    interface Encoder extends AutoCloseable {

        /** Samples at the beginning of the decoded stream that are not of the sound, to be skipped (RFC 7845, 4.2). */
        int preSkip();

        /**
         * Encodes the first {@link OpusService#SAMPLES} of {@code samples} as one frame.
         *
         * @param out has room for {@link OpusService#MOST_BYTES}
         * @return how many bytes there are
         * @throws IOException when the codec fails
         */
        int encode(short[] samples, byte[] out) throws IOException;

        @Override
        void close();
    }

    /** One stream, for one thread at a time. Bytes may be any. */
    @ProviderType
    interface Decoder extends AutoCloseable {

        /**
         * Decodes a packet.
         *
         * @param out has room for {@link OpusService#MOST_SAMPLES}
         * @return how many samples, 0 where it is none
         */
        int decode(byte[] packet, int offset, int length, short[] out);

        @Override
        void close();
    }
}
