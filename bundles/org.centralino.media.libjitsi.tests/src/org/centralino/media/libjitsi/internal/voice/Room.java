/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.voice;

import java.util.Random;
import org.centralino.media.SoundGraph;

/** The way from a speaker into a microphone: delay, then a decaying tail of reflections, at a level over all. */
final class Room {

    private static final int SPARSE = 7;
    private static final int TAIL = SoundGraph.RATE / 20;
    private static final double DECAY = SoundGraph.RATE / 80.0;

    private final int delayMs;
    private final double levelDb;
    private final Random random;

    Room(int delayMs, double levelDb, long seed) {
        this.delayMs = delayMs;
        this.levelDb = levelDb;
        random = new Random(seed);
    }

    short[] echo(short[] played) {
        double[] response = response();
        int delay = delayMs * SoundGraph.RATE / 1000;
        short[] echo = new short[played.length];
        for (int i = delay; i < played.length; i++) {
            double sum = 0;
            for (int k = 0; k < response.length; k += SPARSE) {
                sum += i - delay - k < 0 ? 0 : response[k] * played[i - delay - k];
            }
            echo[i] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return echo;
    }

    private double[] response() {
        double[] response = new double[TAIL];
        double power = 0;
        for (int k = 0; k < response.length; k += SPARSE) {
            response[k] = k == 0 ? 1 : 0.3 * random.nextGaussian() * Math.exp(-k / DECAY);
            power += response[k] * response[k];
        }
        double gain = Math.pow(10, levelDb / 20) / Math.sqrt(power);
        for (int k = 0; k < response.length; k++) {
            response[k] *= gain;
        }
        return response;
    }
}
