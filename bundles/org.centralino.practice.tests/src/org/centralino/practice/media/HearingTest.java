/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearingTest {
    private static final String ALL_DIGITS = "0123456789*#ABCD";

    private static String digitsIn(Sound sound, int rate) throws IOException {
        StringBuilder digits = new StringBuilder();
        DtmfDetector detector = new DtmfDetector(rate, digits::append);
        short[] frame = new short[rate / 50];
        while (sound.fill(frame, rate)) {
            detector.hear(frame);
        }
        detector.hear(new short[rate / 10]);
        return digits.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 48000})
    void everyDigitIsHeardOnce(int rate) throws IOException {
        assertThat(digitsIn(Tones.digits(ALL_DIGITS + "55"), rate)).isEqualTo(ALL_DIGITS + "55");
    }

    private static void awaitMusic() {
        short[] frame = new short[160];
        Music music = new Music();
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (Arrays.equals(frame, new short[160])) {
            assertThat(System.nanoTime()).as("music in time").isLessThan(deadline);
            music.fill(frame, 8000);
            Thread.onSpinWait();
        }
    }

    @Test
    void musicAndNoiseAreNoDigits() throws IOException {
        awaitMusic();
        Random random = new Random(1);
        int[] frames = {0};
        Sound both = (frame, rate) -> {
            new Music().fill(frame, rate);
            for (int i = 0; i < frame.length; i++) {
                frame[i] += (short) (random.nextGaussian() * 2000);
            }
            return frames[0]++ < 500;
        };
        assertThat(digitsIn(both, 8000)).isEmpty();
        Music music = new Music();
        Sound alone = (frame, rate) -> music.fill(frame, rate) && frames[0]++ < 1500;
        assertThat(digitsIn(alone, 8000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {440, 1000, 1003, 2750})
    void aToneIsMeasuredInPitchAndLevel(int hz) throws IOException {
        for (int rate : new int[] {8000, 48000}) {
            ToneMeter meter = new ToneMeter(rate);
            meter.hear(new short[rate]);
            Sound tone = Tones.steady(-12, hz);
            short[] frame = new short[rate / 50];
            for (int i = 0; i < 50; i++) {
                tone.fill(frame, rate);
                meter.hear(frame);
            }
            ToneMeter.Reading reading = meter.read();
            assertThat(reading).isNotNull();
            if (reading != null) {
                assertThat(reading.hz()).isCloseTo(hz, within(1.0));
                assertThat(reading.levelDb()).isCloseTo(-12, within(0.3));
            }
        }
    }

    @Test
    void silenceHasNoPitch() {
        ToneMeter meter = new ToneMeter(8000);
        meter.hear(new short[8000]);
        assertThat(meter.read()).isNull();
    }

    @Test
    void aConduitKeepsThePitchBetweenRates() throws IOException {
        Conduit conduit = new Conduit();
        Sound tone = Tones.steady(-12, 600);
        ToneMeter meter = new ToneMeter(8000);
        short[] wide = new short[960];
        short[] narrow = new short[160];
        for (int i = 0; i < 100; i++) {
            tone.fill(wide, 48000);
            conduit.add(wide, 48000);
            if (conduit.fill(narrow, 8000)) {
                meter.hear(narrow);
            }
        }
        ToneMeter.Reading reading = meter.read();
        assertThat(reading == null ? 0 : reading.hz()).isCloseTo(600, within(1.0));
    }
}
