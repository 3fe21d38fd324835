/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.centralino.testbench.Correlation.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

    private static final int RATE = 48_000;
    private static final int TELEPHONE = 8_000;
    private static final double AT = 3.21;
    private static final double FOUND = 0.8;
    private static final double NOT_FOUND = 0.5;

    private final Wav piece = melody(1, 4);

    @Test
    void thePieceIsFoundInItself() {
        Match match = Correlation.find(piece, piece);
        assertThat(match.score()).isCloseTo(1, within(0.001));
        assertThat(match.seconds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 44_100, 48_000})
    void itIsFoundInALongQuietCaptureThroughATelephone(int rate) {
        float[] line = at(AT, 20, piece.at(TELEPHONE).samples(), TELEPHONE, 0.1f);
        add(line, noise(line.length, 2), 0.1f * rms(piece.samples()) / 10);
        Match match = Correlation.find(piece, new Wav(quantised(line), TELEPHONE).at(rate));
        assertThat(match.score()).isGreaterThan(0.95);
        assertThat(match.seconds()).isCloseTo(AT, within(0.005));
    }

    @Test
    void aReceiversClockAndItsSlipsDoNotHideIt() {
        // 300 ppm fast, and 15 ms left out in the middle.
        float[] fast = piece.at(48_014).samples();
        float[] slipped = Arrays.copyOf(fast, fast.length - 720);
        System.arraycopy(fast, fast.length / 2, slipped, fast.length / 2 - 720, fast.length - fast.length / 2);
        Match match = Correlation.find(piece.first(3.5), new Wav(at(AT, 12, slipped, RATE, 1), RATE));
        assertThat(match.score()).isGreaterThan(FOUND);
        assertThat(match.seconds()).isCloseTo(AT, within(0.005));
    }

    @Test
    void anEchoOfItIsNotEnoughUnderALoudVoice() {
        float[] line = at(AT, 10, piece.samples(), RATE, 0.03f);
        add(line, speech(10), 0.3f);
        assertThat(Correlation.find(piece, new Wav(line, RATE)).score()).isLessThan(NOT_FOUND);
    }

    @Test
    void itIsNotFoundInWhatIsSomethingElse() {
        assertThat(score(melody(2, 20).samples())).isLessThan(NOT_FOUND);
        assertThat(score(melody(3, 20).samples())).isLessThan(NOT_FOUND);
        assertThat(score(speech(20))).isLessThan(NOT_FOUND);
        assertThat(score(noise(20 * RATE, 5))).isLessThan(NOT_FOUND);
        assertThat(score(Tone.samples(440, -12, 20, RATE))).isLessThan(NOT_FOUND);
        assertThat(score(new float[20 * RATE])).isZero();
        assertThat(score(new float[RATE])).isZero();
    }

    @Test
    @Timeout(10)
    void aMinuteIsSearchedInASecondOrTwo() {
        Wav minute = new Wav(at(50, 60, piece.samples(), RATE, 1), RATE);
        Match match = Correlation.find(piece, minute);
        assertThat(match.seconds()).isCloseTo(50, within(0.001));
    }

    @Test
    void halfASecondIsTheLeastToLookFor() {
        assertThatThrownBy(() -> Correlation.find(piece.first(0.4), piece))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private double score(float[] sound) {
        return Correlation.find(piece, new Wav(sound, RATE)).score();
    }

    /** Two voices in the same key, plucked; the seed is the tune. */
    private static Wav melody(long seed, double seconds) {
        int[] scale = {0, 2, 4, 5, 7, 9, 11, 12, 14, 16, 17, 19};
        Random random = new Random(seed);
        float[] samples = new float[(int) (seconds * RATE)];
        for (int note = 0; note * 0.25 < seconds; note++) {
            double hertz = 262 * Math.pow(2, scale[random.nextInt(scale.length)] / 12.0);
            int from = note * RATE / 4;
            for (int i = from; i < Math.min(samples.length, from + RATE); i++) {
                double t = (i - from) / (double) RATE;
                samples[i] += (float) (0.15 * Math.exp(-3 * t) * Math.sin(2 * Math.PI * hertz * t));
            }
        }
        return new Wav(samples, RATE);
    }

    /** A hum with moving formants, in syllables. */
    private static float[] speech(double seconds) {
        Random random = new Random(7);
        float[] samples = new float[(int) (seconds * RATE)];
        double phase = 0;
        double hertz = 120;
        for (int i = 0; i < samples.length; i++) {
            hertz += i % 480 == 0 ? 4 * random.nextGaussian() - 0.02 * (hertz - 130) : 0;
            phase += hertz / RATE;
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 3.7 * i / RATE));
            for (int partial = 1; partial < 20; partial++) {
                samples[i] += (float) (0.1 * syllable * Math.sin(2 * Math.PI * partial * phase) / partial);
            }
        }
        return samples;
    }

    private static float[] noise(int length, long seed) {
        Random random = new Random(seed);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        return samples;
    }

    private static float[] at(double second, double seconds, float[] sound, int rate, float gain) {
        float[] line = new float[(int) (seconds * rate)];
        for (int i = 0; i < sound.length; i++) {
            line[(int) (second * rate) + i] = gain * sound[i];
        }
        return line;
    }

    private static void add(float[] line, float[] sound, float gain) {
        for (int i = 0; i < line.length; i++) {
            line[i] += gain * sound[i];
        }
    }

    private static float rms(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return (float) Math.sqrt(sum / samples.length);
    }

    /** What is left after eight bits with the curve of G.711. */
    private static float[] quantised(float[] samples) {
        float[] coarse = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            double curve = Math.log1p(255 * Math.abs(samples[i])) / Math.log(256);
            double step = Math.round(curve * 127) / 127.0;
            coarse[i] = (float) (Math.signum(samples[i]) * Math.expm1(step * Math.log(256)) / 255);
        }
        return coarse;
    }
}
