/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.eclipse.jdt.annotation.Nullable;

/** Sends every RTP packet of one stream back to where it came from, unread: how video is echoed. */
public final class EchoStream implements AutoCloseable {
    private final SocketPair sockets;
    private final RtpSocket rtp;
    private volatile @Nullable Agreement agreed;

    public EchoStream() throws IOException {
        sockets = SocketPair.open();
        rtp = new RtpSocket(sockets.rtp(), this::received);
    }

    public int port() {
        return rtp.port();
    }

    public void agree(Agreement agreement) {
        agreed = agreement;
        InetSocketAddress remote = agreement.remote();
        if (remote != null) {
            rtp.sendTo(remote);
        }
    }

    private void received(RtpPacket packet) {
        Agreement now = agreed;
        if (now != null && now.direction().sends()) {
            rtp.send(packet.payloadType(), packet.marker(), packet.timestamp(), packet.payload());
        }
    }

    @Override
    public void close() {
        sockets.close();
    }
}
