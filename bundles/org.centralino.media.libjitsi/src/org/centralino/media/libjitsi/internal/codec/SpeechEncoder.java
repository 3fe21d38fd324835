/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

/** Makes payloads of sound. One stream, one thread at a time. */
public interface SpeechEncoder extends AutoCloseable {

    /** Samples per second. */
    int rate();

    /** Encodes {@code count} samples into {@code out} from {@code offset} on; returns how many bytes, 0 when it cannot. */
    int encode(short[] samples, int count, byte[] out, int offset);

    /** Tells how much of what is sent the far side misses, for the redundancy that is added. */
    default void expectLoss(int percent) {
        // Most codecs have no redundancy.
    }

    @Override
    default void close() {
        // Most codecs hold nothing.
    }
}
