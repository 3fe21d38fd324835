/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

/** Generates sines. Levels are dBFS where a full-scale sine is 0. */
public final class Tone {
    private Tone() {}

    /** Samples between -1 and 1. */
    public static float[] samples(double hertz, double levelDb, double seconds, int rate) {
        float[] samples = new float[(int) Math.round(seconds * rate)];
        double amplitude = Math.pow(10, levelDb / 20);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }
}
