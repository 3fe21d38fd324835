/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import org.eclipse.jdt.annotation.Nullable;

/** Packets that wait to be played, in the order of their time; never more than a second or so of them. */
final class PacketQueue {

    static final int CAPACITY = 64;

    private final Packet[] waiting = new Packet[CAPACITY + 1];
    private int count;

    /** A payload and its time in samples. */
    static final class Packet {
        long time;
        long arrivalMicros;
        byte[] data = new byte[0];
        int length;
    }

    PacketQueue() {
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = new Packet();
        }
    }

    /** Adds a packet, false when there is one of this time. */
    boolean add(long time, byte[] data, int start, int end, long arrivalMicros) {
        int at = count;
        while (at > 0 && waiting[at - 1].time > time) {
            at--;
        }
        if (at > 0 && waiting[at - 1].time == time) {
            return false;
        }
        Packet free = waiting[count];
        System.arraycopy(waiting, at, waiting, at + 1, count - at);
        waiting[at] = free;
        free.time = time;
        free.arrivalMicros = arrivalMicros;
        free.length = end - start;
        if (free.data.length < free.length) {
            free.data = new byte[Math.max(free.length, 256)];
        }
        System.arraycopy(data, start, free.data, 0, free.length);
        count++;
        return true;
    }

    /** The one of the earliest time, null when there is none; valid until the queue changes. */
    @Nullable
    Packet first() {
        return count == 0 ? null : waiting[0];
    }

    boolean isFull() {
        return count == CAPACITY;
    }

    int size() {
        return count;
    }

    void removeFirst() {
        Packet removed = waiting[0];
        count--;
        System.arraycopy(waiting, 1, waiting, 0, count);
        waiting[count] = removed;
    }

    void clear() {
        count = 0;
    }
}
