/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of loopback that nobody has, for programs that cannot choose one themselves. They are given out in turn, from a
 * place that is another in each process, so that nobody gets one that somebody else was given and has not bound yet.
 */
public final class FreePorts {
    /** Below the range from which the kernel serves those who bind port 0, so that it does not give one away meanwhile. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(LOWEST / 2, HIGHEST / 2) * 2);

    private FreePorts() {}

    /** A port free for UDP and TCP. */
    public static int one() {
        return run(1);
    }

    /** The first of some ports in a row, each free for UDP and TCP. */
    public static int run(int length) {
        for (int i = 0; i < TRIES; i++) {
            int first = NEXT.getAndUpdate(next -> after(next, length));
            if (allFree(first, length)) {
                return first;
            }
        }
        throw new AssertionError("no " + length + " free ports in a row were found");
    }

    /** The next even port behind so many. */
    private static int after(int first, int length) {
        int next = first + (length + 1) / 2 * 2;
        return next < HIGHEST ? next : LOWEST;
    }

    private static boolean allFree(int first, int length) {
        for (int port = first; port < first + length; port++) {
            if (!free(port)) {
                return false;
            }
        }
        return true;
    }

    private static boolean free(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket udp = new DatagramSocket(port, loopback);
                ServerSocket tcp = new ServerSocket()) {
            tcp.bind(new InetSocketAddress(loopback, port));
            return udp.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
