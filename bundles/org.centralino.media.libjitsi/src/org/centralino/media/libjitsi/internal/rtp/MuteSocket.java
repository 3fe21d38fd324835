/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** What libjitsi takes for its RTCP socket: nothing comes in and nothing goes out, the endpoint does that itself. */
@NonNullByDefault({})
public final class MuteSocket extends DatagramSocket {

    private final CountDownLatch ended = new CountDownLatch(1);

    public MuteSocket() throws SocketException {
        super((SocketAddress) null);
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SocketException("Socket closed");
    }

    @Override
    public void send(DatagramPacket packet) {
        // Not ours to send.
    }

    @Override
    public synchronized void setReceiveBufferSize(int size) {
        // Nothing is received.
    }

    @Override
    public void close() {
        ended.countDown();
        super.close();
    }
}
