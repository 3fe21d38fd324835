/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

/** What is received from the far side, counted as RFC 3550 A.1, A.3 and A.8 say; sources that follow each other add up. */
final class ReceptionStatistics {

    private int baseSequence;
    private int highest;
    private long cycles;
    private boolean started;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private long receivedInAll;
    private long lostInFormerSources;
    private long transit;
    private double jitter;
    private int clockRate = 8000;

    /** The far side starts anew: another source or another codec. */
    synchronized void restart(int clock) {
        lostInFormerSources += lostNow();
        clockRate = clock;
        started = false;
        received = 0;
        cycles = 0;
        jitter = 0;
        expectedBefore = 0;
        receivedBefore = 0;
    }

    synchronized void received(int sequence, int timestamp, long nanos) {
        long arrival = nanos / 1000 * clockRate / 1_000_000;
        long distance = (int) arrival - timestamp;
        if (!started) {
            started = true;
            baseSequence = sequence;
            highest = sequence;
            transit = distance;
        } else {
            int step = sequence - highest & 0xFFFF;
            if (step < 0x8000) {
                if (sequence < highest) {
                    cycles += 0x10000;
                }
                highest = sequence;
            }
            int change = (int) (distance - transit);
            transit = distance;
            jitter += (Math.abs((double) change) - jitter) / 16;
        }
        received++;
        receivedInAll++;
    }

    private long expected() {
        return started ? cycles + highest - baseSequence + 1 : 0;
    }

    private long lostNow() {
        return Math.max(0, expected() - received);
    }

    synchronized long received() {
        return receivedInAll;
    }

    synchronized long lost() {
        return lostInFormerSources + lostNow();
    }

    synchronized double jitterMs() {
        return jitter * 1000 / clockRate;
    }

    /** Writes the counters of a report block (RFC 3550, 6.4.1), from fraction lost to jitter: 12 bytes. */
    synchronized void report(byte[] data, int offset) {
        long expected = expected() - expectedBefore;
        long arrived = received - receivedBefore;
        expectedBefore = expected();
        receivedBefore = received;
        long lost = Math.max(0, expected - arrived);
        long fraction = expected <= 0 ? 0 : Math.min(255, lost * 256 / expected);
        RtpPacket.putInt32(data, offset, (int) (fraction << 24 | Math.min(0x7FFFFF, lostNow())));
        RtpPacket.putInt32(data, offset + 4, (int) (cycles + highest));
        RtpPacket.putInt32(data, offset + 8, (int) jitter);
    }
}
