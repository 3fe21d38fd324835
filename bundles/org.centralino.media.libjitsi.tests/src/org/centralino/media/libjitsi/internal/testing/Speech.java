/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.testing;

import java.util.Random;
import org.centralino.media.SoundGraph;

/**
 * Babble that has what echo cancellers and noise suppressors go by in speech: syllables with pauses between, a gliding
 * pitch, formants that move from syllable to syllable, and hissing consonants. The same seed gives the same samples.
 */
public final class Speech {

    private static final int RATE = SoundGraph.RATE;
    private static final double[] BANDWIDTH = {80, 110, 160};
    private static final double[] STRENGTH = {1, 0.6, 0.35};

    private final Random random;
    private final double[] before = new double[BANDWIDTH.length];
    private final double[] beforeThat = new double[BANDWIDTH.length];
    private boolean pause = true;
    private boolean voiced;
    private int left;
    private int length = 1;
    private double[] formants = {500, 1500, 2500};
    private double pitch;
    private double glide;
    private double phase;

    private Speech(long seed) {
        random = new Random(seed);
    }

    /**
     * @param rms root mean square of the syllables, pauses not counted
     */
    public static short[] of(long seed, double seconds, double rms) {
        Speech voice = new Speech(seed);
        double[] raw = new double[(int) (seconds * RATE)];
        double power = 0;
        int spoken = 1;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = voice.next();
            if (!voice.pause) {
                power += raw[i] * raw[i];
                spoken++;
            }
        }
        double gain = rms / Math.sqrt(power / spoken);
        short[] samples = new short[raw.length];
        for (int i = 0; i < raw.length; i++) {
            samples[i] = (short) Math.clamp(raw[i] * gain, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }

    private double next() {
        if (left == 0) {
            begin();
        }
        double at = 1 - (double) left-- / length;
        double excitation = pause ? 0 : excitation(at) * Math.sin(Math.PI * at);
        double sum = 0;
        for (int k = 0; k < formants.length; k++) {
            double radius = Math.exp(-Math.PI * BANDWIDTH[k] / RATE);
            double turn = 2 * radius * Math.cos(2 * Math.PI * formants[k] / RATE);
            double now = excitation * (1 - radius) + turn * before[k] - radius * radius * beforeThat[k];
            beforeThat[k] = before[k];
            before[k] = now;
            sum += STRENGTH[k] * now;
        }
        return sum;
    }

    private void begin() {
        pause = !pause && random.nextInt(5) < 2;
        voiced = random.nextInt(5) > 0;
        pitch = 95 + 90 * random.nextDouble();
        glide = 0.4 * (random.nextDouble() - 0.5);
        double seconds =
                pause ? 0.05 + 0.3 * random.nextDouble() * random.nextDouble() : 0.08 + 0.17 * random.nextDouble();
        length = (int) (RATE * seconds);
        left = length;
        formants = voiced
                ? new double[] {
                    280 + 500 * random.nextDouble(), 900 + 1300 * random.nextDouble(), 2300 + 700 * random.nextDouble()
                }
                : new double[] {2500 + 1500 * random.nextDouble(), 4500, 6500};
    }

    /** What the glottis does: pulses and a little breath, or breath alone. */
    private double excitation(double at) {
        if (!voiced) {
            return 0.25 * random.nextGaussian();
        }
        phase += pitch * (1 + glide * at) / RATE;
        double pulse = 0;
        if (phase >= 1) {
            phase -= 1;
            pulse = 20;
        }
        return pulse + 0.05 * random.nextGaussian();
    }
}
