/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

/**
 * Brings a sum back into 16 bits: a frame that fits passes unchanged, a louder one is turned down as a whole within a
 * millisecond and let up again slowly, and what is left over in that millisecond is rounded off, never cut.
 */
final class Limiter {

    static final int CEILING = 32_000;
    private static final int ATTACK = 48;
    /** Half a decibel a frame. */
    private static final float RELEASE = 1.06f;

    private float gain = 1;

    void apply(int[] sum, short[] out) {
        int peak = 0;
        for (int sample : sum) {
            peak = Math.max(peak, Math.abs(sample));
        }
        if (gain == 1 && peak <= CEILING) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (short) sum[i];
            }
            return;
        }
        float bearable = peak > CEILING ? (float) CEILING / peak : 1;
        float target = Math.min(bearable, gain * RELEASE);
        int ramp = target < gain ? ATTACK : out.length;
        for (int i = 0; i < out.length; i++) {
            float g = i < ramp ? gain + (target - gain) * i / ramp : target;
            out[i] = round(sum[i] * g);
        }
        gain = target;
    }

    private static short round(float sample) {
        float size = Math.abs(sample);
        if (size <= CEILING) {
            return (short) sample;
        }
        float room = Short.MAX_VALUE - CEILING;
        float bent = CEILING + room * (1 - (float) Math.exp((CEILING - size) / room));
        return (short) (sample < 0 ? -bent : bent);
    }
}
