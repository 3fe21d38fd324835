/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

/** Takes the packets of sound that the far side sends, in the order they come. */
@FunctionalInterface
public interface VoiceListener {

    /**
     * A packet of one unbroken stream.
     *
     * @param payloadType what it is, as agreed
     * @param timestamp in units of the codec's RTP clock
     * @param data holds the payload, until this returns
     * @param start where the payload begins
     * @param end where it ends
     * @param nanos when it came ({@link System#nanoTime()})
     */
    void received(int payloadType, int timestamp, byte[] data, int start, int end, long nanos);
}
