/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;

/**
 * RTCP of one leg (RFC 3550, 6): reports with NTP times that others can compute a round trip from, and what their reports
 * say of us. libjitsi's own are not used, for it counts time from another epoch.
 */
final class RtcpSession {

    /** One name for all that this workstation sends (RFC 7022). */
    private static final byte[] CNAME = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

    private static final long NTP_EPOCH = 2_208_988_800L;
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int SOURCE_DESCRIPTION = 202;
    private static final int BYE = 203;
    private static final double LONGEST_ROUND_TRIP_MS = 30_000;
    /** RFC 3550, 6.3.1: five seconds on average, half of it at first, spread and corrected. */
    private static final double INTERVAL_SECONDS = 5 / 1.21828;

    private final StreamNumbering sending;
    private final ReceptionStatistics receiving;
    private boolean firstSent;
    private long nextNanos;
    private int lastSenderReport;
    private long lastSenderReportNanos;
    private long peerLost = -1;
    private int peerFractionLost;
    private double roundTripMs = -1;

    RtcpSession(StreamNumbering sending, ReceptionStatistics receiving) {
        this.sending = sending;
        this.receiving = receiving;
    }

    synchronized void begin(long nanos) {
        firstSent = false;
        nextNanos = nanos + interval();
    }

    /** Nanoseconds until the next report is due, 0 when it is. */
    synchronized long untilDue(long nanos) {
        return Math.max(0, nextNanos - nanos);
    }

    private long interval() {
        double seconds = INTERVAL_SECONDS * (firstSent ? 1 : 0.5);
        return (long) (seconds * ThreadLocalRandom.current().nextDouble(0.5, 1.5) * TimeUnit.SECONDS.toNanos(1));
    }

    synchronized long peerLost() {
        return peerLost;
    }

    synchronized int peerFractionLost() {
        return peerFractionLost;
    }

    synchronized double roundTripMs() {
        return roundTripMs;
    }

    /** Writes a compound packet into {@code data}: a sender's or receiver's report, our name, and maybe a goodbye. */
    synchronized int write(byte[] data, Traffic traffic, @Nullable Integer peerSsrc, boolean bye, long nanos) {
        firstSent = true;
        nextNanos = nanos + interval();
        boolean sends = traffic.packets() > 0;
        int length = 8;
        if (sends) {
            long ntp = ntp(Instant.now());
            RtpPacket.putInt32(data, 8, (int) (ntp >>> 32));
            RtpPacket.putInt32(data, 12, (int) ntp);
            RtpPacket.putInt32(data, 16, sending.timestampAt(nanos));
            RtpPacket.putInt32(data, 20, (int) traffic.packets());
            RtpPacket.putInt32(data, 24, (int) traffic.bytes());
            length = 28;
        }
        if (peerSsrc != null) {
            RtpPacket.putInt32(data, length, peerSsrc);
            receiving.report(data, length + 4);
            long delay = nanos - lastSenderReportNanos;
            RtpPacket.putInt32(data, length + 16, lastSenderReport);
            RtpPacket.putInt32(
                    data, length + 20, lastSenderReport == 0 ? 0 : (int) (delay / 1000 * 65_536 / 1_000_000));
            length += 24;
        }
        header(data, 0, peerSsrc == null ? 0 : 1, sends ? SENDER_REPORT : RECEIVER_REPORT, length);
        int description = length;
        int name = description + 8;
        data[name] = 1;
        data[name + 1] = (byte) CNAME.length;
        System.arraycopy(CNAME, 0, data, name + 2, CNAME.length);
        int end = name + 2 + CNAME.length;
        do {
            data[end++] = 0;
        } while ((end - description) % 4 != 0);
        header(data, description, 1, SOURCE_DESCRIPTION, end - description);
        if (bye) {
            header(data, end, 1, BYE, 8);
            end += 8;
        }
        return end;
    }

    private void header(byte[] data, int offset, int count, int type, int length) {
        data[offset] = (byte) (0x80 | count);
        data[offset + 1] = (byte) type;
        int words = length / 4 - 1;
        data[offset + 2] = (byte) (words >> 8);
        data[offset + 3] = (byte) words;
        RtpPacket.putInt32(data, offset + 4, sending.ssrc());
    }

    /** Reads a compound packet (RFC 3550, A.2); anything not well formed is left alone, true when it was. */
    synchronized boolean received(byte[] data, int length, long nanos) {
        if (length < 8 || length > RtpPacket.LONGEST || !isWellFormed(data, length)) {
            return false;
        }
        for (int at = 0; at < length; at += 4 * (RtpPacket.uint16(data, at + 2) + 1)) {
            int end = at + 4 * (RtpPacket.uint16(data, at + 2) + 1);
            int type = data[at + 1] & 0xFF;
            if (type == SENDER_REPORT && end - at >= 28) {
                lastSenderReport = RtpPacket.int32(data, at + 10);
                lastSenderReportNanos = nanos;
                blocks(data, at + 28, data[at] & 0x1F, end);
            } else if (type == RECEIVER_REPORT) {
                blocks(data, at + 8, data[at] & 0x1F, end);
            }
        }
        return true;
    }

    private static boolean isWellFormed(byte[] data, int length) {
        int first = data[1] & 0xFF;
        if (first != SENDER_REPORT && first != RECEIVER_REPORT) {
            return false;
        }
        int at = 0;
        while (at + 8 <= length && (data[at] & 0xC0) == 0x80) {
            at += 4 * (RtpPacket.uint16(data, at + 2) + 1);
            if (at == length) {
                return true;
            }
        }
        return false;
    }

    private void blocks(byte[] data, int start, int count, int end) {
        for (int block = start; block < start + 24 * count && block + 24 <= end; block += 24) {
            if (RtpPacket.int32(data, block) == sending.ssrc()) {
                int lost = RtpPacket.int32(data, block + 4);
                peerFractionLost = lost >>> 24;
                peerLost = Math.max(0, lost << 8 >> 8);
                int lastReport = RtpPacket.int32(data, block + 16);
                if (lastReport != 0) {
                    int trip = (int) (ntp(Instant.now()) >>> 16) - lastReport - RtpPacket.int32(data, block + 20);
                    double ms = trip * 1000.0 / 65_536;
                    if (ms < LONGEST_ROUND_TRIP_MS) {
                        roundTripMs = Math.max(0, ms);
                    }
                }
            }
        }
    }

    /** Seconds since 1900 in the upper half, their fraction in the lower (RFC 3550, 4). */
    static long ntp(Instant instant) {
        long fraction = ((long) instant.getNano() << 32) / 1_000_000_000L;
        return instant.getEpochSecond() + NTP_EPOCH << 32 | fraction;
    }

    /** What was sent so far: packets and bytes of payload. */
    record Traffic(long packets, long bytes) {}
}
