/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import org.centralino.media.FrameSink;
import org.centralino.media.FrameSource;
import org.centralino.media.libjitsi.internal.rtp.VoiceListener;
import org.eclipse.jdt.annotation.Nullable;

/** A leg's place in the graph; it stays while codecs come and go. Nothing here waits for more than a packet's encoding. */
final class LegSound implements FrameSource, FrameSink, VoiceListener {

    private final Object sendLock = new Object();
    private @Nullable Sender sender;
    private boolean sending;
    private volatile @Nullable Receiver receiver;
    private long formerlyDiscarded;

    private record Receiver(int payloadType, Playout playout) {}

    /** What is agreed between two frames takes effect for what is sent as one. */
    void agree(boolean send, Runnable agreement) {
        synchronized (sendLock) {
            agreement.run();
            Sender present = sender;
            if (send && !sending && present != null) {
                present.begin();
            }
            sending = send;
        }
    }

    /** Puts these in the place of the former ones, which are closed; without them there is silence. */
    void use(@Nullable Sender newSender, int payloadType, @Nullable Playout newPlayout) {
        synchronized (sendLock) {
            Sender last = sender;
            sender = newSender;
            if (last != null) {
                last.close();
            }
            Receiver former = receiver;
            receiver = newPlayout == null ? null : new Receiver(payloadType, newPlayout);
            if (former != null) {
                formerlyDiscarded += former.playout.discarded();
                former.playout.close();
            }
        }
    }

    @Override
    public boolean read(short[] frame) {
        Receiver present = receiver;
        return present != null && present.playout.pull(frame, System.nanoTime());
    }

    @Override
    public void write(short[] frame) {
        synchronized (sendLock) {
            Sender present = sender;
            if (sending && present != null) {
                present.write(frame);
            }
        }
    }

    @Override
    public void received(int payloadType, int timestamp, byte[] data, int start, int end, long nanos) {
        Receiver present = receiver;
        if (present != null && present.payloadType == payloadType) {
            present.playout.received(timestamp, data, start, end, nanos);
        }
    }

    /** Tells the encoder how much the far side misses, for the redundancy it adds. */
    void expectLoss(int percent) {
        synchronized (sendLock) {
            Sender present = sender;
            if (present != null) {
                present.expectLoss(percent);
            }
        }
    }

    /** Packets that came too late to be played. */
    long discarded() {
        synchronized (sendLock) {
            Receiver present = receiver;
            return formerlyDiscarded + (present == null ? 0 : present.playout.discarded());
        }
    }

    /** How long packets wait to be played, -1 unknown. */
    double waitedMs() {
        Receiver present = receiver;
        return present == null ? -1 : present.playout.waitedMs();
    }
}
