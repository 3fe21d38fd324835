/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

/**
 * Counts what one RTP source sent and what of it arrived (RFC 3550 appendices A.3 and A.8); guarded by its monitor.
 */
final class Reception {
    private int ssrc;
    private boolean started;
    private int firstSequence;
    private int highestSequence;
    private int cycles;
    private long receivedFromSource;
    private long receivedBefore;
    private long lostBefore;
    private double jitter;
    private long lastTransit;
    private long expectedAtReport;
    private long receivedAtReport;

    record ReportBlock(int ssrc, int fractionLost, long lost, int highestSequence, long jitter) {}

    synchronized void received(RtpPacket packet, int clockRate, long nanos) {
        if (!started || packet.ssrc() != ssrc) {
            restart(packet);
        }
        int delta = (short) (packet.sequence() - highestSequence);
        if (delta > 0) {
            if (packet.sequence() < highestSequence) {
                cycles++;
            }
            highestSequence = packet.sequence();
        }
        receivedFromSource++;
        long transit = nanos / 1000 * clockRate / 1_000_000 - (packet.timestamp() & 0xffffffffL);
        if (receivedFromSource > 1) {
            jitter += (Math.abs(transit - lastTransit) - jitter) / 16;
        }
        lastTransit = transit;
    }

    private void restart(RtpPacket packet) {
        receivedBefore += receivedFromSource;
        lostBefore += lostFromSource();
        started = true;
        ssrc = packet.ssrc();
        firstSequence = packet.sequence();
        highestSequence = packet.sequence();
        cycles = 0;
        receivedFromSource = 0;
        jitter = 0;
        expectedAtReport = 0;
        receivedAtReport = 0;
    }

    private long expected() {
        return started ? ((long) cycles << 16) + highestSequence - firstSequence + 1 : 0;
    }

    private long lostFromSource() {
        return Math.max(0, expected() - receivedFromSource);
    }

    synchronized long received() {
        return receivedBefore + receivedFromSource;
    }

    synchronized long lost() {
        return lostBefore + lostFromSource();
    }

    synchronized boolean hasSource() {
        return started;
    }

    /** What an RTCP report says; the fraction lost is since the last one. */
    synchronized ReportBlock report() {
        long expected = expected();
        long expectedSince = expected - expectedAtReport;
        long lostSince = expectedSince - (receivedFromSource - receivedAtReport);
        expectedAtReport = expected;
        receivedAtReport = receivedFromSource;
        int fraction = expectedSince <= 0 || lostSince <= 0 ? 0 : (int) (lostSince * 255 / expectedSince);
        return new ReportBlock(
                ssrc, fraction, lostFromSource(), (cycles & 0xffff) << 16 | highestSequence, Math.round(jitter));
    }
}
