/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tones as an ear hears them: how long they sound and pause, and in which frequencies. */
class CountryTonesTest {

    private static final double AUDIBLE = 0.01;
    private static final int STEP_MS = 5;

    @ParameterizedTest
    @CsvSource({
        "IT, 425, 1000 4000, 425, 500 500, 425, 200 200, 425, 400 100 250 100 150 14000",
        "DE, 425, 1000 4000, 425, 480 480, 425, 240 240, 425, 200 200 200 5000",
        "FR, 440, 1500 3500, 440, 500 500, 440, 250 250, 440, 300 10000",
        "GB, 400 450, 400 200 400 2000, 400, 375 375, 400, 400 350 225 525, 400, 100 4000",
        "US, 440 480, 2000 4000, 480 620, 500 500, 480 620, 250 250, 440, 300 10000",
        "JP, 425, 1000 4000, 425, 500 500, 425, 250 250, 425, 200 600 200 5000",
    })
    void aCountryHasTonesOfItsOwn(
            String country,
            String ringback,
            String ringbackMs,
            String busy,
            String busyMs,
            String congestion,
            String congestionMs,
            String waiting,
            String waitingMs) {
        CountryTones tones = CountryTones.of(country);
        assertHeard(tones.ringback(), ringback, ringbackMs);
        assertHeard(tones.busy(), busy, busyMs);
        assertHeard(tones.congestion(), congestion, congestionMs);
        assertHeard(tones.callWaiting(), waiting, waitingMs);
    }

    @Test
    void howACountryIsWrittenDoesNotMatter() {
        assertThat(CountryTones.of("de")).isEqualTo(CountryTones.GERMANY);
        assertThat(CountryTones.of(" uk ")).isEqualTo(CountryTones.UNITED_KINGDOM);
        assertThat(CountryTones.of("")).isEqualTo(CountryTones.RECOMMENDED);
    }

    private static void assertHeard(Cadence cadence, String hertz, String ms) {
        List<Integer> expected = numbers(ms);
        int period = expected.stream().mapToInt(Integer::intValue).sum();
        // Twice, and the beginning of the third time, which ends the second's last pause.
        Wav heard = Heard.of(new ToneSource(cadence), (2 * period + 50) / 1000.0);
        List<Integer> twice = new ArrayList<>(expected);
        twice.addAll(expected);
        List<Integer> lengths = lengths(heard);
        assertThat(lengths).hasSize(twice.size() + 1);
        for (int i = 0; i < twice.size(); i++) {
            assertThat(lengths.get(i)).as("%s of %s", i, cadence).isBetween(twice.get(i) - 10, twice.get(i) + 10);
        }
        // So long that neighbours are told apart.
        Wav steady = Heard.of(
                new ToneSource(new Cadence(
                        List.of(new Cadence.Beat(cadence.beats().get(0).hertz(), 1_000)))),
                1);
        for (int each : List.of(350, 400, 425, 440, 450, 480, 620)) {
            assertThat(amplitude(steady, each) > AUDIBLE)
                    .as("%s Hz", each)
                    .isEqualTo(numbers(hertz).contains(each));
        }
    }

    /** Of one frequency, over all of it. */
    private static double amplitude(Wav wav, int hertz) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < wav.samples().length; i++) {
            double turn = 2 * Math.PI * hertz * i / wav.rate();
            cosine += wav.samples()[i] * Math.cos(turn);
            sine += wav.samples()[i] * Math.sin(turn);
        }
        return 2 * Math.hypot(cosine, sine) / wav.samples().length;
    }

    private static List<Integer> numbers(String text) {
        return List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
    }

    /** Sound and silence in turn, in ms. */
    private static List<Integer> lengths(Wav wav) {
        List<Integer> lengths = new ArrayList<>();
        boolean sounds = true;
        int length = 0;
        int step = wav.rate() * STEP_MS / 1000;
        for (int at = 0; at + step <= wav.samples().length; at += step) {
            float peak = 0;
            for (int i = at; i < at + step; i++) {
                peak = Math.max(peak, Math.abs(wav.samples()[i]));
            }
            if (peak > AUDIBLE != sounds) {
                lengths.add(length);
                length = 0;
                sounds = !sounds;
            }
            length += STEP_MS;
        }
        lengths.add(length);
        return lengths;
    }
}
