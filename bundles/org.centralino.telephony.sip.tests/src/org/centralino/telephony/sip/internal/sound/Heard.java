/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.testbench.Goertzel;
import org.centralino.testbench.Wav;

/** What a source of the graph gives. Levels are dBFS where a full-scale sine is 0. */
final class Heard {

    private Heard() {}

    /** The next seconds of it. */
    static Wav of(FrameSource source, double seconds) {
        float[] samples = new float[(int) (seconds * 100) * SoundGraph.FRAME];
        short[] frame = new short[SoundGraph.FRAME];
        for (int at = 0; at < samples.length; at += frame.length) {
            boolean sounds = source.read(frame);
            for (int i = 0; i < frame.length; i++) {
                samples[at + i] = sounds ? frame[i] / 32768f : 0;
            }
        }
        return new Wav(samples, SoundGraph.RATE);
    }

    /** A part of it, in seconds. */
    static Wav part(Wav wav, double from, double to) {
        return wav.first(to).last(to - from);
    }

    static double levelDb(Wav wav) {
        return Goertzel.levelDb(wav.samples());
    }

    static double peak(Wav wav) {
        float peak = 0;
        for (float sample : wav.samples()) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
