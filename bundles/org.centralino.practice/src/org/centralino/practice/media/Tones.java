/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.util.ArrayList;
import java.util.List;

/** One tone after the other, each of one or more frequencies, with soft edges so that nothing clicks. */
public final class Tones implements Sound {
    private static final double EDGE_SECONDS = 0.004;
    private static final int[] DTMF_ROWS = {697, 770, 852, 941};
    private static final int[] DTMF_COLUMNS = {1209, 1336, 1477, 1633};
    private static final String DTMF_KEYS = "123A456B789C*0#D";

    private record Tone(double seconds, double amplitude, List<Integer> hz) {}

    private final List<Tone> tones = new ArrayList<>();
    private int current;
    private long position;

    /** @param levelDb of each frequency, relative to a full-scale sine */
    public Tones tone(double seconds, double levelDb, Integer... hz) {
        tones.add(new Tone(seconds, Short.MAX_VALUE * Math.pow(10, levelDb / 20), List.of(hz)));
        return this;
    }

    public Tones pause(double seconds) {
        tones.add(new Tone(seconds, 0, List.of()));
        return this;
    }

    public static Tones steady(double levelDb, int hz) {
        return new Tones().tone(Double.POSITIVE_INFINITY, levelDb, hz);
    }

    public static Tones beep() {
        return new Tones().tone(0.35, -15, 880);
    }

    /** @param digits 0-9, *, #, A-D; anything else is left out */
    public static Tones digits(String digits) {
        Tones tones = new Tones();
        for (char digit : digits.toCharArray()) {
            int key = DTMF_KEYS.indexOf(digit);
            if (key >= 0) {
                tones.tone(0.15, -12, DTMF_ROWS[key / 4], DTMF_COLUMNS[key % 4]).pause(0.1);
            }
        }
        return tones;
    }

    @Override
    public boolean fill(short[] frame, int sampleRate) {
        boolean sounded = false;
        for (int i = 0; i < frame.length; i++) {
            while (current < tones.size() && position >= tones.get(current).seconds() * sampleRate) {
                current++;
                position = 0;
            }
            if (current == tones.size()) {
                frame[i] = 0;
            } else {
                frame[i] = sample(tones.get(current), position++, sampleRate);
                sounded = true;
            }
        }
        return sounded;
    }

    private static short sample(Tone tone, long position, int sampleRate) {
        double sum = 0;
        for (int hz : tone.hz()) {
            // Whole periods are dropped first: the phase of a long tone stays exact.
            sum += Math.sin(2 * Math.PI * (position * hz % sampleRate) / sampleRate);
        }
        double edge = EDGE_SECONDS * sampleRate;
        double fade = Math.min(1, Math.min(position + 1, tone.seconds() * sampleRate - position) / edge);
        return (short) Math.round(Math.clamp(sum * tone.amplitude() * fade, Short.MIN_VALUE, Short.MAX_VALUE));
    }
}
