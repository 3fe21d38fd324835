/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.security.GeneralSecurityException;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;

/** What leaves under one key; its packets are of one source as long as it lives. */
final class SrtpSender {

    private final SrtpContextFactory contexts;
    private @Nullable SrtpCryptoContext media;
    private @Nullable SrtcpCryptoContext control;

    SrtpSender(SrtpContextFactory contexts) {
        this.contexts = contexts;
    }

    synchronized int protect(byte[] data, int length) throws GeneralSecurityException {
        SrtpCryptoContext context = media;
        if (context == null) {
            context = contexts.deriveContext(RtpPacket.ssrc(data, 0), 0);
            media = context;
        }
        PacketBuffer packet = new PacketBuffer(data, length);
        // A number that was used already is refused: it would give the key stream away.
        check(context.transformPacket(packet));
        return packet.getLength();
    }

    synchronized int protectControl(byte[] data, int length) throws GeneralSecurityException {
        SrtcpCryptoContext context = control;
        if (context == null) {
            context = contexts.deriveControlContext(RtpPacket.int32(data, 4));
            control = context;
        }
        PacketBuffer packet = new PacketBuffer(data, length);
        check(context.transformPacket(packet));
        return packet.getLength();
    }

    private static void check(SrtpErrorStatus status) throws GeneralSecurityException {
        if (status != SrtpErrorStatus.OK) {
            throw new GeneralSecurityException("Not encrypted: " + status);
        }
    }
}
