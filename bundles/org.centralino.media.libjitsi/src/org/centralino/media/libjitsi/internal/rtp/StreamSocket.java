/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** What one stream of libjitsi takes for its socket. It is not bound to anything: the endpoint's sockets outlive it. */
@NonNullByDefault({})
final class StreamSocket extends DatagramSocket {

    /** More than a second of sound: a stream that is so late has stopped reading. */
    private static final int LONGEST_QUEUE = 64;

    private static final Arrival END = new Arrival(new byte[0], new InetSocketAddress(0));

    private final RtpEndpoint endpoint;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private volatile boolean ended;

    private record Arrival(byte[] data, InetSocketAddress from) {}

    StreamSocket(RtpEndpoint endpoint) throws SocketException {
        super((SocketAddress) null);
        this.endpoint = endpoint;
    }

    void deliver(byte[] data, int length, InetSocketAddress from) {
        if (!ended && !arrivals.offer(new Arrival(Arrays.copyOf(data, length), from))) {
            arrivals.poll();
        }
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        try {
            Arrival arrival = next();
            if (arrival == END) {
                throw new SocketException("Socket closed");
            }
            int length = Math.min(arrival.data().length, packet.getLength());
            System.arraycopy(arrival.data(), 0, packet.getData(), packet.getOffset(), length);
            packet.setLength(length);
            packet.setSocketAddress(arrival.from());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketException("Interrupted");
        }
    }

    private Arrival next() throws InterruptedException {
        Arrival arrival = null;
        while (arrival == null && !ended) {
            arrival = arrivals.poll(500, TimeUnit.MILLISECONDS);
        }
        return arrival == null || ended ? END : arrival;
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
        if (!ended) {
            endpoint.send(packet.getData(), packet.getOffset(), packet.getLength());
        }
    }

    @Override
    public synchronized void setReceiveBufferSize(int size) {
        // The endpoint's socket has its own.
    }

    @Override
    public void close() {
        ended = true;
        arrivals.clear();
        if (!arrivals.offer(END)) {
            arrivals.clear();
        }
        super.close();
    }
}
