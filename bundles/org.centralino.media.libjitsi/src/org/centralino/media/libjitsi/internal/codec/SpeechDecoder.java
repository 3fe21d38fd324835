/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

/**
 * Makes sound of payloads and of their absence. One stream, one thread at a time; samples are at {@link #rate}, 16 bit,
 * mono. Bytes may be any: what is not a payload gives no samples.
 */
public interface SpeechDecoder extends AutoCloseable {

    /** Milliseconds of the longest payload that is decoded. */
    int LONGEST_MS = 200;

    /** Samples per second. */
    int rate();

    /** How many samples a payload holds, 0 when it is none. */
    int samples(byte[] data, int offset, int length);

    /** Decodes a payload into {@code out}, which has room for {@link #LONGEST_MS}; returns how many samples, 0 for none. */
    int decode(byte[] data, int offset, int length, short[] out);

    /** Whether payloads may carry what is needed to make up for the one before them. */
    boolean recovers();

    /** The lost payload of {@code count} samples before this one, as well as the two sides can do it. */
    void recover(byte[] next, int offset, int length, short[] out, int count);

    /** Sound in the place of {@code count} samples that are missing, at most 20 ms at a time. */
    void conceal(short[] out, int count);

    @Override
    void close();
}
