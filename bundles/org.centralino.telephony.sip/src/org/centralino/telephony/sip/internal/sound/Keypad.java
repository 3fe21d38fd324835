/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.util.ArrayDeque;
import java.util.Deque;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Keypad tones in the sound itself: each sounds as long as its key is pressed, at least 100 ms, with a pause before the
 * next; keys pressed faster than that wait for their turn.
 */
final class Keypad implements FrameSource {

    /** Of each of the two frequencies, about -12 dBm0: what telephones send (ITU-T Q.24). */
    static final double LEVEL = 6_000;

    private static final int SHORTEST = SoundGraph.RATE / 10;
    private static final int PAUSE = SoundGraph.RATE * 7 / 100;
    private static final int LONGEST = SoundGraph.RATE * 6;
    private static final int RAMP = SoundGraph.RATE / 400;
    private static final int MOST_WAITING = 64;

    private final double level;
    private final Deque<Press> waiting = new ArrayDeque<>();
    private @Nullable Press current;
    private int pause;

    /** @param level amplitude of each of the two frequencies */
    Keypad(double level) {
        this.level = level;
    }

    private final class Press {
        final double[] frequencies;
        boolean released;
        int sample;
        int end = LONGEST;

        Press(double[] frequencies) {
            this.frequencies = frequencies;
        }

        short next() {
            double gain = Math.min(1, Math.min(sample, end - sample) / (double) RAMP);
            double turn = 2 * Math.PI * sample++ / SoundGraph.RATE;
            return (short) (gain * level * (Math.sin(turn * frequencies[0]) + Math.sin(turn * frequencies[1])));
        }
    }

    /** A key goes down; the one before it goes up. */
    synchronized void start(char key) {
        stop();
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new Press(Tones.dtmf(key)));
        }
    }

    /** The key goes up. */
    synchronized void stop() {
        Press last = waiting.isEmpty() ? current : waiting.peekLast();
        if (last != null) {
            last.released = true;
        }
    }

    @Override
    public synchronized boolean read(short[] frame) {
        boolean sounds = false;
        for (int i = 0; i < frame.length; i++) {
            Press press = playing();
            frame[i] = press == null ? 0 : press.next();
            sounds |= press != null;
        }
        return sounds;
    }

    private @Nullable Press playing() {
        Press press = current;
        if (press != null && press.released) {
            press.end = Math.min(press.end, Math.max(SHORTEST, press.sample + RAMP));
            press.released = false;
        }
        if (press != null && press.sample >= press.end) {
            pause = PAUSE;
            press = null;
        }
        if (press == null && pause > 0) {
            pause--;
        } else if (press == null) {
            press = waiting.poll();
        }
        current = press;
        return press;
    }
}
