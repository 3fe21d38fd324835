/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;

/** A tone of one or two frequencies with a cadence. */
final class ToneSource implements FrameSource {

    private static final double LEVEL = 5_000;
    private static final int RAMP = SoundGraph.RATE / 200;

    private final double[] frequencies;
    private final int[] cadence;
    private long sample;

    /**
     * @param frequencies in Hz
     * @param cadenceMs sound, silence, sound, silence… in ms, repeated; empty for sound without end
     */
    ToneSource(double[] frequencies, int... cadenceMs) {
        this.frequencies = frequencies.clone();
        this.cadence = cadenceMs.clone();
    }

    @Override
    public boolean read(short[] frame) {
        for (int i = 0; i < frame.length; i++, sample++) {
            double gain = gain();
            double value = 0;
            if (gain > 0) {
                for (double frequency : frequencies) {
                    value += Math.sin(2 * Math.PI * frequency * sample / SoundGraph.RATE);
                }
            }
            frame[i] = (short) (value * gain * LEVEL / frequencies.length);
        }
        return true;
    }

    /** 0 in silence, 1 in sound, between at the edges so that they do not click. */
    private double gain() {
        int period = 0;
        for (int ms : cadence) {
            period += ms * SoundGraph.RATE / 1000;
        }
        if (period == 0) {
            return Math.min(1, (double) sample / RAMP);
        }
        int at = (int) (sample % period);
        for (int i = 0; i < cadence.length; i++) {
            int length = cadence[i] * SoundGraph.RATE / 1000;
            if (at < length) {
                return (i & 1) != 0 ? 0 : Math.min(1, Math.min(at, length - at) / (double) RAMP);
            }
            at -= length;
        }
        return 0;
    }
}
