/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import org.centralino.media.FrameSink;
import org.centralino.media.SoundGraph;

/**
 * Hands frames of both sides from the graph's thread to the one that writes. The graph's thread never waits and allocates
 * nothing: what there is no room for is counted and left out.
 */
public final class FrameRing {

    private final short[][] frames;
    private final short[] ours = new short[SoundGraph.FRAME];
    private volatile long written;
    private volatile long taken;
    private volatile long dropped;
    private volatile long gap = -1;

    /** @param capacity in frames */
    public FrameRing(int capacity) {
        frames = new short[capacity][2 * SoundGraph.FRAME];
    }

    /** Takes what we say. Its frame waits for that of the far side. */
    public FrameSink ours() {
        return frame -> System.arraycopy(frame, 0, ours, 0, ours.length);
    }

    /** Takes what the far side says, and with it what we said meanwhile. */
    public FrameSink theirs() {
        return this::put;
    }

    private void put(short[] theirs) {
        long at = written;
        if (at - taken >= frames.length) {
            gap = at;
            // Only the graph's thread counts here.
            long before = dropped;
            dropped = before + 1;
            return;
        }
        short[] both = frames[(int) (at % frames.length)];
        System.arraycopy(ours, 0, both, 0, SoundGraph.FRAME);
        System.arraycopy(theirs, 0, both, SoundGraph.FRAME, SoundGraph.FRAME);
        written = at + 1;
    }

    /** Takes the oldest frame, ours first and then theirs; false when there is none. */
    public boolean take(short[] both) {
        long at = taken;
        if (at == written) {
            return false;
        }
        System.arraycopy(frames[(int) (at % frames.length)], 0, both, 0, both.length);
        taken = at + 1;
        return true;
    }

    /** Whether there is nothing to be taken. */
    public boolean isEmpty() {
        return taken == written;
    }

    /** How many frames there was room for so far. */
    public long written() {
        return written;
    }

    /** How many frames were taken so far. */
    public long taken() {
        return taken;
    }

    /** Frames there was no room for. */
    public long dropped() {
        return dropped;
    }

    /** How many frames lie before the last gap, -1 while there was none. */
    public long gap() {
        return gap;
    }
}
