/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Joins two clocks: one thread writes samples, another reads whole frames. A reader that finds too little fades out and
 * waits for a small reserve. Delay that was not needed over two seconds is taken out by laying sound over what follows
 * it, much delay sooner, so clocks that drift apart neither click nor pile up delay, and a thread that stalled once
 * leaves nothing behind.
 */
public final class SampleRing {

    /** Reads in a second. */
    private static final int WINDOW = 100;
    /** Seconds for which delay must have been needless. */
    private static final int WINDOWS = 2;
    /** What is not worth a seam. */
    private static final int TRIFLE = 48;

    private static final int FADE = 96;

    private final short[] samples;
    private final int reserve;
    private final int slack;
    private int head;
    private int fill;
    private boolean flowing;
    private int lowest = Integer.MAX_VALUE;
    private int reads;
    private final int[] lows = new int[WINDOWS];
    private int window;
    private volatile long writtenNanos;

    /**
     * @param capacity samples held; the oldest are dropped beyond
     * @param reserve samples to wait for before sound flows (again)
     * @param slack samples that may lie unused without being taken out
     */
    public SampleRing(int capacity, int reserve, int slack) {
        samples = new short[capacity];
        this.reserve = reserve;
        this.slack = slack;
        Arrays.fill(lows, Integer.MAX_VALUE);
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
        writtenNanos = System.nanoTime();
        notifyAll();
    }

    /** When samples were added last ({@link System#nanoTime()}), 0 for never. */
    public long writtenNanos() {
        return writtenNanos;
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
            take(frame, frame.length);
            fade(frame, 0, FADE, true);
        } else if (fill < frame.length) {
            flowing = false;
            // Delay was needed, so it is kept for a while.
            Arrays.fill(lows, 0);
            int left = fill;
            Arrays.fill(frame, (short) 0);
            take(frame, left);
            fade(frame, Math.max(0, left - FADE), Math.min(FADE, left), false);
        } else {
            lowest = Math.min(lowest, fill - frame.length);
            int needless = ++reads < WINDOW ? 0 : needless(frame.length);
            if (needless > TRIFLE) {
                overlap(frame, needless);
            } else {
                take(frame, frame.length);
            }
        }
        notifyAll();
        return true;
    }

    private int needless(int frame) {
        lows[window] = lowest;
        window = (window + 1) % WINDOWS;
        int needless = lowest - slack - frame;
        if (needless < frame) {
            needless = lowest - slack;
            for (int low : lows) {
                needless = Math.min(needless, low - slack);
            }
        }
        if (needless > TRIFLE) {
            for (int i = 0; i < WINDOWS; i++) {
                lows[i] = Math.max(0, lows[i] - needless);
            }
        }
        lowest = Integer.MAX_VALUE;
        reads = 0;
        return needless;
    }

    /** Drops what is held. */
    public synchronized void clear() {
        skip(fill);
        flowing = false;
        lowest = Integer.MAX_VALUE;
        reads = 0;
        Arrays.fill(lows, Integer.MAX_VALUE);
        notifyAll();
    }

    /** Samples held. */
    public synchronized int level() {
        return fill;
    }

    /** Takes out {@code needless} samples: a frame is laid over the frame so much later. */
    private void overlap(short[] frame, int needless) {
        int start = head;
        int length = frame.length;
        skip(needless);
        take(frame, length);
        for (int i = 0; i < length; i++) {
            int before = samples[(start + i) % samples.length];
            frame[i] = (short) ((before * (length - i) + frame[i] * i) / length);
        }
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
