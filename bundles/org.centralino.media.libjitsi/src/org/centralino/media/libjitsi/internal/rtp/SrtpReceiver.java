/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;

/** What comes in under one key. Only a source that proved itself by a packet is remembered, so strangers fill nothing. */
final class SrtpReceiver {

    private static final int MOST_SOURCES = 64;
    /** SRTCP: fixed header, index, tag (RFC 3711, 3.4). */
    private static final int CONTROL_HEADER = 8;

    private static final int INDEX = 4;
    private static final int CONTROL_TAG = 10;

    private final SrtpContextFactory contexts;
    private final int tag;
    private final Map<Integer, @Nullable SrtpCryptoContext> media = new HashMap<>();
    private final Map<Integer, @Nullable SrtcpCryptoContext> control = new HashMap<>();
    private final LongAdder rejected = new LongAdder();

    SrtpReceiver(SrtpContextFactory contexts, int tag) {
        this.contexts = contexts;
        this.tag = tag;
    }

    synchronized int unprotect(byte[] data, int length) {
        if (length <= RtpPacket.HEADER + tag || length > RtpPacket.LONGEST) {
            return rejected();
        }
        int source = RtpPacket.ssrc(data, 0);
        PacketBuffer packet = new PacketBuffer(data, length);
        try {
            SrtpCryptoContext known = media.get(source);
            SrtpCryptoContext context = known == null ? contexts.deriveContext(source, 0) : known;
            if (known == null && media.size() >= MOST_SOURCES
                    || context.reverseTransformPacket(packet, false) != SrtpErrorStatus.OK) {
                return rejected();
            }
            media.putIfAbsent(source, context);
            return packet.getLength();
        } catch (GeneralSecurityException | RuntimeException e) {
            return rejected();
        }
    }

    synchronized int unprotectControl(byte[] data, int length) {
        if (length < CONTROL_HEADER + INDEX + CONTROL_TAG || length > RtpPacket.LONGEST) {
            return rejected();
        }
        int source = RtpPacket.int32(data, 4);
        boolean encrypted = (data[length - CONTROL_TAG - INDEX] & 0x80) != 0;
        PacketBuffer packet = new PacketBuffer(data, length);
        try {
            SrtcpCryptoContext known = control.get(source);
            SrtcpCryptoContext context = known == null ? contexts.deriveControlContext(source) : known;
            if (!encrypted
                    || known == null && control.size() >= MOST_SOURCES
                    || context.reverseTransformPacket(packet) != SrtpErrorStatus.OK) {
                return rejected();
            }
            control.putIfAbsent(source, context);
            return packet.getLength();
        } catch (GeneralSecurityException | RuntimeException e) {
            return rejected();
        }
    }

    private int rejected() {
        rejected.increment();
        return -1;
    }

    long rejections() {
        return rejected.sum();
    }
}
