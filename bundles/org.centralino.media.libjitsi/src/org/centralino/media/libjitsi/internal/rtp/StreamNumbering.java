/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Renumbers packets so that what leaves is one stream under one SSRC, whatever streams come in one after the other: the
 * sequence goes on without a gap and time goes on by the clock.
 */
final class StreamNumbering {

    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private boolean joined;
    private int sequenceShift;
    private int timestampShift;
    private int lastSequence = ThreadLocalRandom.current().nextInt(0x4000);
    private int lastTimestamp = ThreadLocalRandom.current().nextInt();
    private long lastNanos;
    private int clockRate = 8000;

    int ssrc() {
        return ssrc;
    }

    /** The next packet begins another stream, or goes on after a pause, at this clock rate. */
    synchronized void join(int clock) {
        joined = false;
        clockRate = clock;
    }

    /** The packet at hand is not passed on: those after it close the gap. */
    synchronized void leaveOut() {
        sequenceShift--;
    }

    /** Rewrites the packet's SSRC, sequence number and timestamp; true when it begins a stream. */
    synchronized boolean apply(byte[] data, int offset, long nanos) {
        boolean first = !joined;
        if (first) {
            joined = true;
            long elapsed = lastNanos == 0 ? 0 : nanos - lastNanos;
            int next = lastTimestamp + (int) (elapsed / 1000 * clockRate / 1_000_000);
            sequenceShift = lastSequence + 1 - RtpPacket.sequence(data, offset);
            timestampShift = next - RtpPacket.timestamp(data, offset);
        }
        int sequence = RtpPacket.sequence(data, offset) + sequenceShift & 0xFFFF;
        RtpPacket.setSsrc(data, offset, ssrc);
        RtpPacket.setSequence(data, offset, sequence);
        RtpPacket.setTimestamp(data, offset, RtpPacket.timestamp(data, offset) + timestampShift);
        if (first || (sequence - lastSequence & 0xFFFF) < 0x8000) {
            lastSequence = sequence;
            lastTimestamp = RtpPacket.timestamp(data, offset);
            lastNanos = nanos;
        }
        return first;
    }

    /** The RTP timestamp of this instant, for sender reports. */
    synchronized int timestampAt(long nanos) {
        return lastTimestamp + (int) ((nanos - lastNanos) / 1000 * clockRate / 1_000_000);
    }
}
