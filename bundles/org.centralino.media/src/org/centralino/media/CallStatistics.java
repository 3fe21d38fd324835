/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

/**
 * Counters of one leg's RTP, cumulative since it started. Immutable.
 *
 * @param packetsSent RTP packets sent
 * @param packetsReceived RTP packets received
 * @param packetsLost packets of the far side that never came, by sequence number
 * @param peerPacketsLost packets of ours that the far side says it missed (RTCP RR, RFC 3550), -1 unknown
 * @param jitterMs interarrival jitter of what we receive, in ms
 * @param roundTripMs from RTCP LSR/DLSR, in ms, -1 unknown
 * @param packetsDiscarded packets of the far side that came too late to be played
 * @param bufferMs how long what we receive waits in the jitter buffer now, in ms, -1 unknown
 * @param firstReceivedNanos {@link System#nanoTime()} of the first RTP packet received, 0 while there was none
 */
public record CallStatistics(
        long packetsSent,
        long packetsReceived,
        long packetsLost,
        long peerPacketsLost,
        double jitterMs,
        double roundTripMs,
        long packetsDiscarded,
        double bufferMs,
        long firstReceivedNanos) {}
