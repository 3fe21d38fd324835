/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port of loopback where a server should be and nothing comes back from. */
public final class BlackHole implements AutoCloseable {
    /** More than Linux takes into a queue of one. */
    private static final int FILLING = 4;

    private final ServerSocket listener;
    private final List<SocketChannel> queued = new ArrayList<>();

    private BlackHole(int backlog) throws IOException {
        listener = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    /** Connecting to it goes on until whoever connects gives up, as behind a firewall that drops everything. */
    public static BlackHole swallowing() {
        try {
            BlackHole hole = new BlackHole(1);
            InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), hole.port());
            for (int i = 0; i < FILLING; i++) {
                // The kernel connects as many as its queue has room for, and drops what comes after them.
                SocketChannel channel = SocketChannel.open();
                hole.queued.add(channel);
                channel.configureBlocking(false);
                channel.connect(there);
            }
            return hole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections and says nothing, as a server that hangs. */
    public static BlackHole silent() {
        try {
            return new BlackHole(50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        try {
            for (SocketChannel channel : queued) {
                channel.close();
            }
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
