/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import org.centralino.media.FrameSink;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.graph.SampleRing;

/** A leg's sound at the graph's rate, both ways; it stays while libjitsi's streams come and go. */
final class LegSound implements FrameSource, FrameSink {

    private static final int FRAME = SoundGraph.FRAME;

    private final SampleRing fromPeer = new SampleRing(20 * FRAME, FRAME, FRAME);
    private final SampleRing toPeer = new SampleRing(12 * FRAME, FRAME, 2 * FRAME);
    private volatile boolean sending;

    void setSending(boolean sending) {
        this.sending = sending;
        if (!sending) {
            toPeer.clear();
        }
    }

    @Override
    public boolean read(short[] frame) {
        return fromPeer.read(frame);
    }

    @Override
    public void write(short[] frame) {
        if (sending) {
            toPeer.write(frame, 0, frame.length);
        }
    }

    /** What waits to be sent is old by now. */
    void forgetToPeer() {
        toPeer.clear();
    }

    /** Waits for a chunk to send; false when there was none for a while. */
    boolean takeToPeer(short[] chunk) throws InterruptedException {
        return toPeer.await(chunk.length, 100) && toPeer.read(chunk);
    }

    /** Takes what was decoded, in the time it takes to play, so that the jitter buffer behind keeps its depth. */
    void putFromPeer(short[] samples, int length) throws InterruptedException {
        fromPeer.writeBelow(length + FRAME, samples, length, 60);
    }
}
