/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.testing;

import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.centralino.media.FrameSink;
import org.centralino.media.SoundGraph;

/** When a sine was heard, by the time each frame of 10 ms arrived; several listeners may share one. */
public final class Timeline {

    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(10);

    private final ConcurrentSkipListSet<Long> heard = new ConcurrentSkipListSet<>();
    private final double hertz;
    private final double loud;

    /** @param loud amplitude from which on the sine counts as heard */
    public Timeline(double hertz, double loud) {
        this.hertz = hertz;
        this.loud = loud;
    }

    public FrameSink listener() {
        return frame -> {
            if (amplitude(frame) > loud) {
                heard.add(System.nanoTime());
            }
        };
    }

    public boolean heardSince(long nanos) {
        return !heard.isEmpty() && heard.last() > nanos;
    }

    public void forget() {
        heard.clear();
    }

    /** The longest silence between two times, in ms; the time from the last sound to the end counts too. */
    public long longestGapMs(long from, long to) {
        long longest = 0;
        long last = from;
        for (long at : heard.subSet(from, to)) {
            longest = Math.max(longest, at - last - FRAME);
            last = at;
        }
        return TimeUnit.NANOSECONDS.toMillis(Math.max(longest, to - last));
    }

    private double amplitude(short[] frame) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < frame.length; i++) {
            double angle = 2 * Math.PI * hertz * i / SoundGraph.RATE;
            real += frame[i] * Math.cos(angle);
            imaginary += frame[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / frame.length;
    }
}
