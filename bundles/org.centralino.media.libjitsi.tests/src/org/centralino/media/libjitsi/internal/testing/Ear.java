/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.testing;

import java.util.Arrays;
import org.centralino.media.FrameSink;
import org.centralino.media.SoundGraph;

/** Keeps the last half second it heard. */
public final class Ear implements FrameSink {

    private final short[] heard = new short[SoundGraph.RATE / 2];
    private long frames;
    private long firstLoudNanos;

    @Override
    public synchronized void write(short[] frame) {
        System.arraycopy(heard, frame.length, heard, 0, heard.length - frame.length);
        System.arraycopy(frame, 0, heard, heard.length - frame.length, frame.length);
        frames++;
        for (short sample : frame) {
            if (firstLoudNanos == 0 && Math.abs(sample) > 1000) {
                firstLoudNanos = System.nanoTime();
            }
        }
    }

    public synchronized void forget() {
        Arrays.fill(heard, (short) 0);
        firstLoudNanos = 0;
    }

    public synchronized long firstLoudNanos() {
        return firstLoudNanos;
    }

    public synchronized long frames() {
        return frames;
    }

    /** The amplitude of a sine of this frequency in what was heard (Goertzel). */
    public synchronized double amplitude(double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / SoundGraph.RATE);
        double before = 0;
        double last = 0;
        for (short sample : heard) {
            double next = sample + coefficient * last - before;
            before = last;
            last = next;
        }
        double power = before * before + last * last - coefficient * before * last;
        return 2 * Math.sqrt(Math.max(0, power)) / heard.length;
    }

    /** The root mean square of what was heard. */
    public synchronized double rms() {
        double sum = 0;
        for (short sample : heard) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / heard.length);
    }

    public synchronized int peak() {
        int peak = 0;
        for (short sample : heard) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** The samples heard last. */
    public synchronized short[] last(int count) {
        return Arrays.copyOfRange(heard, heard.length - count, heard.length);
    }
}
