/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoertzelTest {

    @ParameterizedTest
    @CsvSource({"440, 8000", "620, 16000", "1000, 48000", "1004, 48000", "3000, 8000"})
    void theStrongestFrequencyOfAToneIsItsOwn(double hertz, int rate) {
        float[] tone = Tone.samples(hertz, -12, 1, rate);
        assertThat(Goertzel.strongestHz(tone, rate)).isCloseTo(hertz, within(1.0));
        assertThat(Goertzel.levelDb(tone, rate, hertz)).isCloseTo(-12, within(0.2));
        assertThat(Goertzel.levelDb(tone)).isCloseTo(-12, within(0.2));
    }

    @Test
    void aToneIsFoundUnderNoise() {
        Random noise = new Random(1);
        float[] sound = Tone.samples(440, -24, 1, 48_000);
        for (int i = 0; i < sound.length; i++) {
            sound[i] += (float) (0.02 * noise.nextGaussian());
        }
        assertThat(Goertzel.strongestHz(sound, 48_000)).isCloseTo(440, within(2.0));
    }

    @Test
    void anotherFrequencyAndSilenceAreNotHeard() {
        assertThat(Goertzel.levelDb(Tone.samples(1000, 0, 1, 8000), 8000, 440)).isLessThan(-60);
        assertThat(Goertzel.levelDb(new float[8000], 8000, 440)).isEqualTo(-120);
        assertThat(Goertzel.levelDb(new float[0])).isEqualTo(-120);
    }

    @Test
    void aFileGivesBackWhatWasWritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tone.wav");
        new Wav(Tone.samples(440, -6, 2, 16_000), 16_000).write(file);
        Wav read = Wav.read(file);
        assertThat(read.rate()).isEqualTo(16_000);
        assertThat(read.seconds()).isEqualTo(2);
        assertThat(Goertzel.strongestHz(read.last(1).samples(), 16_000)).isCloseTo(440, within(1.0));
    }
}
