/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.play;

import java.util.concurrent.TimeUnit;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;

/** Frames on their way to the speaker, each with the place in the recording that it is of. */
final class Queue implements FrameSource {

    private final short[][] frames;
    private final long[] places;
    private int head;
    private int fill;
    private boolean flowing;
    private long heard;

    /** @param capacity in frames */
    Queue(int capacity) {
        frames = new short[capacity][SoundGraph.FRAME];
        places = new long[capacity];
    }

    @Override
    public synchronized boolean read(short[] frame) {
        if (!flowing || fill == 0) {
            return false;
        }
        System.arraycopy(frames[head], 0, frame, 0, frame.length);
        heard = places[head];
        head = (head + 1) % frames.length;
        fill--;
        notifyAll();
        return true;
    }

    /** Waits for room at most so long; true where there is some. */
    synchronized boolean await(long ms) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        while (fill == frames.length) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Adds a frame where there is room. */
    synchronized void add(short[] frame, long place) {
        if (fill < frames.length) {
            int at = (head + fill) % frames.length;
            System.arraycopy(frame, 0, frames[at], 0, frame.length);
            places[at] = place;
            fill++;
        }
    }

    synchronized void flow(boolean on) {
        flowing = on;
    }

    /** Drops what waits; what is heard next is from another place. */
    synchronized void clear(long place) {
        fill = 0;
        heard = place;
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return fill == 0;
    }

    /** The place of what was given last. */
    synchronized long heard() {
        return heard;
    }
}
