/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Joins two clocks: one thread writes samples, another reads whole frames. A reader that finds too little fades out and
 * waits for a small reserve; latency that is never needed over a second is taken out by laying two frames over each
 * other, so clocks that drift apart neither click nor pile up delay.
 */
public final class SampleRing {

    private static final int WINDOW = 100;
    private static final int FADE = 96;

    private final short[] samples;
    private final int reserve;
    private final int slack;
    private int head;
    private int fill;
    private boolean flowing;
    private int lowest = Integer.MAX_VALUE;
    private int reads;

    /**
     * @param capacity samples held; the oldest are dropped beyond
     * @param reserve samples to wait for before sound flows (again)
     * @param slack samples that may lie unused for a second before they are taken out
     */
    public SampleRing(int capacity, int reserve, int slack) {
        samples = new short[capacity];
        this.reserve = reserve;
        this.slack = slack;
    }

    /** Adds samples at once; drops the oldest when there is no room. */
    public synchronized void write(short[] source, int offset, int length) {
        int from = offset;
        int count = length;
        if (count > samples.length) {
            from += count - samples.length;
            count = samples.length;
        }
        int excess = fill + count - samples.length;
        if (excess > 0) {
            skip(excess);
        }
        int tail = (head + fill) % samples.length;
        int first = Math.min(count, samples.length - tail);
        System.arraycopy(source, from, samples, tail, first);
        System.arraycopy(source, from + first, samples, 0, count - first);
        fill += count;
        notifyAll();
    }

    /** Adds samples when no more than {@code level} would then be held, waiting at most {@code timeoutMs} for it. */
    public synchronized void writeBelow(int level, short[] source, int length, long timeoutMs)
            throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (fill > 0 && fill + length > level) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        write(source, 0, length);
    }

    /** Waits until {@code count} samples are held or the time is over; true when they are. */
    public synchronized boolean await(int count, long timeoutMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (fill < count) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Fills {@code frame}, or returns false for silence. Never waits. */
    public synchronized boolean read(short[] frame) {
        if (!flowing) {
            if (fill < Math.max(reserve, frame.length)) {
                return false;
            }
            flowing = true;
            forget();
            take(frame, frame.length);
            fade(frame, 0, FADE, true);
        } else if (fill < frame.length) {
            flowing = false;
            int left = fill;
            Arrays.fill(frame, (short) 0);
            take(frame, left);
            fade(frame, Math.max(0, left - FADE), Math.min(FADE, left), false);
        } else {
            lowest = Math.min(lowest, fill - frame.length);
            if (++reads >= WINDOW) {
                int spare = lowest;
                forget();
                if (spare >= slack + frame.length) {
                    overlap(frame, spare - slack);
                    notifyAll();
                    return true;
                }
            }
            take(frame, frame.length);
        }
        notifyAll();
        return true;
    }

    /** Drops what is held. */
    public synchronized void clear() {
        skip(fill);
        flowing = false;
        notifyAll();
    }

    /** Samples held. */
    public synchronized int level() {
        return fill;
    }

    private void forget() {
        lowest = Integer.MAX_VALUE;
        reads = 0;
    }

    /** Lays the frame before the samples taken out over the frame after them. */
    private void overlap(short[] frame, int spare) {
        int drop = Math.min(spare, fill - frame.length);
        short[] before = new short[frame.length];
        take(before, before.length);
        skip(Math.max(0, drop - frame.length));
        int length = Math.min(frame.length, fill);
        take(frame, length);
        for (int i = 0; i < length; i++) {
            frame[i] = (short) ((before[i] * (length - i) + frame[i] * i) / length);
        }
        System.arraycopy(before, length, frame, length, frame.length - length);
    }

    private void take(short[] target, int count) {
        int first = Math.min(count, samples.length - head);
        System.arraycopy(samples, head, target, 0, first);
        System.arraycopy(samples, 0, target, first, count - first);
        skip(count);
    }

    private void skip(int count) {
        head = (head + count) % samples.length;
        fill -= count;
    }

    private static void fade(short[] frame, int from, int length, boolean in) {
        for (int i = 0; i < length; i++) {
            frame[from + i] = (short) (frame[from + i] * (in ? i : length - 1 - i) / length);
        }
    }
}
