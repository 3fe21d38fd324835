/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.testing;

import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;

/** A hoarse voice: pulses of a wandering pitch through two formants, with pauses as between words. The same every time. */
public final class Voice implements FrameSource {

    private static final double LOUD = 9000;

    private final double[][] memory = new double[2][2];
    private double phase;
    private long at;
    private long noise = 1;

    @Override
    public boolean read(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = next();
        }
        return true;
    }

    /** One sample at the graph's rate. */
    public short next() {
        double seconds = at++ / (double) SoundGraph.RATE;
        double pitch = 120 + 25 * Math.sin(2 * Math.PI * 0.7 * seconds) + 8 * Math.sin(2 * Math.PI * 3.1 * seconds);
        phase += pitch / SoundGraph.RATE;
        noise = noise * 6364136223846793005L + 1442695040888963407L;
        double source = 0.02 * (noise >> 40) / (1 << 23);
        if (phase >= 1) {
            phase -= 1;
            source += 1;
        }
        double vowel = Math.sin(2 * Math.PI * 1.3 * seconds);
        double sound = resonate(0, source, 500 + 200 * vowel, 80) + 0.5 * resonate(1, source, 1500 - 400 * vowel, 120);
        double word = Math.max(0, Math.min(1, 3 * Math.sin(2 * Math.PI * 0.9 * seconds) + 2));
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, LOUD * word * sound));
    }

    private double resonate(int formant, double source, double hertz, double width) {
        double radius = Math.exp(-Math.PI * width / SoundGraph.RATE);
        double[] past = memory[formant];
        double next = source * 0.6
                + 2 * radius * Math.cos(2 * Math.PI * hertz / SoundGraph.RATE) * past[0]
                - radius * radius * past[1];
        past[1] = past[0];
        past[0] = next;
        return next * 0.1;
    }
}
