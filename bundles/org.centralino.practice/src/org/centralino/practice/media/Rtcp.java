/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The RTCP side of one call (RFC 3550 section 6): reports every two seconds, and the round trip from the peer's
 * reports. Driven by the media clock, without a thread of its own.
 */
final class Rtcp {
    private static final Logger LOG = LoggerFactory.getLogger(Rtcp.class);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(2);
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final byte[] CNAME = "practice@127.0.0.1".getBytes(StandardCharsets.US_ASCII);

    private final DatagramChannel channel;
    private final RtpSocket rtp;
    private final Reception reception;
    private final ByteBuffer buffer = ByteBuffer.allocate(1500);
    private long nextReport;
    private int lastSenderReport;
    private long lastSenderReportNanos;
    private volatile double roundTripMs = Double.NaN;

    Rtcp(DatagramChannel channel, RtpSocket rtp, Reception reception) {
        this.channel = channel;
        this.rtp = rtp;
        this.reception = reception;
        nextReport = System.nanoTime() + INTERVAL / 2;
    }

    synchronized void tick(int rtpTimestamp) {
        try {
            buffer.clear();
            while (channel.receive(buffer) != null) {
                read(buffer.flip(), System.nanoTime());
                buffer.clear();
            }
            if (System.nanoTime() - nextReport >= 0) {
                nextReport = System.nanoTime() + INTERVAL;
                send(rtpTimestamp);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("RTCP on port {}: {}", rtp.port() + 1, e.toString());
        }
    }

    private void read(ByteBuffer compound, long nanos) {
        while (compound.remaining() >= 8) {
            int start = compound.position();
            int first = compound.get(start) & 0xff;
            int type = compound.get(start + 1) & 0xff;
            int length = 4 * (1 + (compound.getShort(start + 2) & 0xffff));
            if (first >> 6 != 2 || length > compound.remaining()) {
                return;
            }
            int blocks = start + 8;
            if (type == 200 && length >= 28) {
                lastSenderReport = compound.getInt(start + 10);
                lastSenderReportNanos = nanos;
                blocks += 20;
            }
            if (type == 200 || type == 201) {
                for (int i = 0; i < (first & 0x1f) && blocks + 24 <= start + length; i++, blocks += 24) {
                    block(compound.getInt(blocks), compound.getInt(blocks + 16), compound.getInt(blocks + 20));
                }
            }
            compound.position(start + length);
        }
    }

    private void block(int ssrc, int lastReport, int delay) {
        if (ssrc == rtp.ssrc() && lastReport != 0) {
            int units = (int) (ntp() >>> 16) - lastReport - delay;
            roundTripMs = Math.max(0, units * 1000.0 / 65536);
        }
    }

    private void send(int rtpTimestamp) throws IOException {
        InetSocketAddress remote = rtp.remote();
        if (remote == null || remote.getPort() == 65535) {
            return;
        }
        boolean sender = rtp.sentPackets() > 0;
        boolean block = reception.hasSource();
        ByteBuffer out = ByteBuffer.allocate(128);
        int words = (sender ? 6 : 1) + (block ? 6 : 0);
        out.put((byte) (0x80 | (block ? 1 : 0)))
                .put((byte) (sender ? 200 : 201))
                .putShort((short) words);
        out.putInt(rtp.ssrc());
        if (sender) {
            out.putLong(ntp()).putInt(rtpTimestamp);
            out.putInt((int) rtp.sentPackets()).putInt((int) rtp.sentOctets());
        }
        if (block) {
            putBlock(out, reception.report());
        }
        int padded = (4 + 2 + CNAME.length + 1 + 3) / 4 * 4;
        out.put((byte) 0x81).put((byte) 202).putShort((short) (padded / 4));
        int sdes = out.position();
        out.putInt(rtp.ssrc()).put((byte) 1).put((byte) CNAME.length).put(CNAME);
        out.position(sdes + padded);
        channel.send(out.flip(), new InetSocketAddress(remote.getAddress(), remote.getPort() + 1));
    }

    private void putBlock(ByteBuffer out, Reception.ReportBlock block) {
        long delay = lastSenderReport == 0 ? 0 : (System.nanoTime() - lastSenderReportNanos) * 65536 / 1_000_000_000;
        out.putInt(block.ssrc());
        out.putInt(block.fractionLost() << 24 | (int) Math.min(block.lost(), 0x7fffff));
        out.putInt(block.highestSequence()).putInt((int) block.jitter());
        out.putInt(lastSenderReport).putInt((int) delay);
    }

    private static long ntp() {
        long millis = System.currentTimeMillis();
        long seconds = millis / 1000 + SECONDS_1900_TO_1970;
        return seconds << 32 | (millis % 1000) * (1L << 32) / 1000;
    }

    /** @return null until the peer has reported on what it was sent */
    @Nullable
    Double roundTripMs() {
        double ms = roundTripMs;
        return Double.isNaN(ms) ? null : ms;
    }
}
