/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.codec.PitchConcealment;

/**
 * Joins two clocks: one thread writes samples, another reads whole frames. What a reader finds missing is concealed, and
 * left out when it comes late after all, unless that happens often; sound fades out when it lasts, and waits for a small
 * reserve. Delay that was not needed for a while is taken out by laying
 * sound over what follows it, so clocks that drift apart neither click nor pile up delay, and a thread that stalled once
 * leaves nothing behind. The while is two seconds, and longer where that proved too short.
 */
public final class SampleRing {

    /** Reads in a second. */
    private static final int WINDOW = 100;
    /** Seconds for which delay must have been needless, at first and at most. */
    private static final int PATIENCE = 2;

    private static final int MOST_PATIENCE = 4;
    /** Reads for which what was late once must not be late again: otherwise the delay is needed. */
    private static final int PUNCTUAL = 300;
    /** Reads after which what has not come is lost. */
    private static final int STILL_LATE = 20;
    /** Frames concealed until sound has faded out. */
    private static final int CONCEALED = 6;
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
    private int lowestOfAll = Integer.MAX_VALUE;
    private int windows;
    private int patience = PATIENCE;
    private int missing;
    /** Reads since something was missing. */
    private int punctual = PUNCTUAL;
    /** Whether what comes late is played all the same, because too much is late. */
    private boolean patient;
    /** Samples that were concealed and may still come. */
    private int late;

    private boolean settled;
    private final PitchConcealment concealment = new PitchConcealment(SoundGraph.RATE);
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
            fade(frame);
        } else if (fill < frame.length) {
            conceal(frame);
            notifyAll();
            return true;
        } else {
            lowest = Math.min(lowest, fill - frame.length);
            int needless = ++reads < WINDOW ? 0 : needless(frame.length);
            needless = Math.max(needless, tooLate(frame.length));
            if (needless > TRIFLE) {
                overlap(frame, needless);
            } else {
                take(frame, frame.length);
            }
        }
        missing = 0;
        concealment.heard(frame, frame.length);
        notifyAll();
        return true;
    }

    /** What has come of that which was concealed before: sound would be that much later from now on. */
    private int tooLate(int frame) {
        punctual++;
        if (late == 0) {
            return 0;
        }
        int came = Math.min(late, fill - frame);
        late = punctual > STILL_LATE ? 0 : late - came;
        return came;
    }

    private void conceal(short[] frame) {
        if (missing == 0) {
            patient = punctual < PUNCTUAL;
            if (patient) {
                // The delay there was has been needed after all.
                patience = Math.min(MOST_PATIENCE, 2 * patience);
            }
            punctual = 0;
            late = 0;
            lowestOfAll = 0;
            windows = 0;
        }
        int left = fill;
        take(frame, left);
        if (left > 0) {
            concealment.heard(frame, left);
        }
        concealment.conceal(frame, left, frame.length - left);
        late += patient ? 0 : frame.length - left;
        flowing = ++missing < CONCEALED;
    }

    private int needless(int frame) {
        lowestOfAll = Math.min(lowestOfAll, lowest);
        // Much is taken out at once.
        int needless = lowest - slack - frame;
        if (needless < frame) {
            needless = 0;
            // Of what has just begun to flow, too much waits.
            if (++windows >= patience || !settled) {
                needless = lowestOfAll - slack;
                lowestOfAll = Integer.MAX_VALUE;
                windows = 0;
                settled = true;
                patience = Math.max(PATIENCE, patience - 1);
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
        lowestOfAll = Integer.MAX_VALUE;
        windows = 0;
        patience = PATIENCE;
        punctual = PUNCTUAL;
        late = 0;
        settled = false;
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

    private static void fade(short[] frame) {
        for (int i = 0; i < FADE; i++) {
            frame[i] = (short) (frame[i] * i / FADE);
        }
    }
}
