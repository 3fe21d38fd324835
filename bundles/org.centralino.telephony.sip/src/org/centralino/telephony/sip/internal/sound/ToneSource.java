/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;

/** A tone with a cadence. */
final class ToneSource implements FrameSource {

    private static final double LEVEL = 5_000;
    private static final int RAMP = SoundGraph.RATE / 200;

    private final Cadence cadence;
    private int beat;
    private int sample;
    private long samples;

    ToneSource(Cadence cadence) {
        this.cadence = cadence;
    }

    @Override
    public boolean read(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = next();
        }
        return true;
    }

    private short next() {
        Cadence.Beat now = cadence.beats().get(beat);
        int length = now.ms() * SoundGraph.RATE / 1000;
        // Edges that do not click.
        double gain = Math.min(1, Math.min(sample, length - sample) / (double) RAMP);
        double value = 0;
        for (int hertz : now.hertz()) {
            value += Math.sin(2 * Math.PI * hertz * samples / SoundGraph.RATE)
                    / now.hertz().size();
        }
        samples++;
        if (++sample >= length) {
            sample = 0;
            beat = (beat + 1) % cadence.beats().size();
        }
        return (short) (value * gain * LEVEL);
    }
}
