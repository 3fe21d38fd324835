/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import java.util.Arrays;
import org.centralino.testbench.Goertzel;
import org.centralino.testbench.Wav;

/**
 * How loud a tone is in a captured sound. A receiver may shift the tone's phase when it adapts to the sender's clock; taken
 * in one piece the parts before and after would cancel each other, so it is the mean power of short pieces.
 */
final class Level {

    private static final int PIECES_A_SECOND = 10;

    private Level() {}

    /** The level of one frequency, in dBFS. */
    static double of(Wav sound, double hertz) {
        int length = sound.rate() / PIECES_A_SECOND;
        double power = 0;
        int pieces = 0;
        for (int from = 0; from + length <= sound.samples().length; from += length) {
            float[] piece = Arrays.copyOfRange(sound.samples(), from, from + length);
            power += Math.pow(10, Goertzel.levelDb(piece, sound.rate(), hertz) / 10);
            pieces++;
        }
        return 10 * Math.log10(power / pieces);
    }
}
