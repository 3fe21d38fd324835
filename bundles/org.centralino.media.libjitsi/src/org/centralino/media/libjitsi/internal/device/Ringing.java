/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundGraph;

/** Whether there is anything to ring: silence keeps a ringer for as long as the pause between two rings may be. */
final class Ringing {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(6);

    private final Post ringer;
    private final Runnable changed;
    private final short[] frame = new short[SoundGraph.FRAME];
    private volatile boolean on;
    private long sounded;

    /** @param changed run on the graph's thread when it begins or ends */
    Ringing(Post ringer, Runnable changed) {
        this.ringer = ringer;
        this.changed = changed;
    }

    boolean isOn() {
        return on;
    }

    /** For the graph's thread. */
    void write(short[] sound) {
        System.arraycopy(sound, 0, frame, 0, frame.length);
        ringer.tone.addTo(frame);
        long now = System.nanoTime();
        if (sounds()) {
            sounded = now;
        } else if (!on) {
            return;
        }
        boolean was = on;
        on = now - sounded < PAUSE;
        if (on) {
            ringer.ring.write(frame, 0, frame.length);
        }
        if (was != on) {
            changed.run();
        }
    }

    private boolean sounds() {
        for (short sample : frame) {
            if (sample != 0) {
                return true;
            }
        }
        return false;
    }
}
