/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

/**
 * Carries the sound of one leg to another, whatever their rates. Holds 60 ms back against jitter and forgets the
 * oldest when the far side is slower. Safe for use by two threads.
 */
public final class Conduit implements Sound {
    private static final double HELD_BACK = 0.06;
    private static final double LONGEST = 0.4;

    private short[] buffer = new short[0];
    private int rate;
    private int start;
    private int size;
    private double fraction;
    private boolean flowing;

    public synchronized void add(short[] samples, int sampleRate) {
        if (rate != sampleRate) {
            rate = sampleRate;
            buffer = new short[(int) (LONGEST * sampleRate)];
            size = 0;
        }
        for (short sample : samples) {
            if (size == buffer.length) {
                start = (start + 1) % buffer.length;
                size--;
            }
            buffer[(start + size++) % buffer.length] = sample;
        }
    }

    @Override
    public synchronized boolean fill(short[] frame, int sampleRate) {
        double step = (double) rate / sampleRate;
        flowing = size > (flowing ? frame.length * step + 1 : HELD_BACK * rate);
        if (!flowing || rate == 0) {
            return false;
        }
        for (int i = 0; i < frame.length; i++) {
            fraction += step;
            int whole = (int) fraction;
            fraction -= whole;
            frame[i] = sample(whole);
            start = (start + whole) % buffer.length;
            size -= whole;
        }
        return true;
    }

    /** Between two samples on the way up to a higher rate; the mean of all that are passed on the way down. */
    private short sample(int passed) {
        if (passed <= 1) {
            int left = buffer[start];
            int right = buffer[(start + 1) % buffer.length];
            return (short) Math.round(left + (right - left) * fraction);
        }
        int sum = 0;
        for (int i = 0; i < passed; i++) {
            sum += buffer[(start + i) % buffer.length];
        }
        return (short) (sum / passed);
    }
}
