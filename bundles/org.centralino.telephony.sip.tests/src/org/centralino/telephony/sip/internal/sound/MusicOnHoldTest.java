/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.centralino.media.FrameSource;
import org.centralino.testbench.Correlation;
import org.centralino.testbench.Goertzel;
import org.centralino.testbench.Tone;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicOnHoldTest {

    private static final double LEVEL = -22;
    private static final double LENGTH = 48;

    private final MusicOnHold music = new MusicOnHold();

    @Test
    void anyThreeSecondsOfItAreAsLoud() {
        Wav heard = Heard.of(music.start(), LENGTH + 6);
        for (double from = 0; from <= LENGTH + 3; from += 0.25) {
            assertThat(Heard.levelDb(Heard.part(heard, from, from + 3))).isCloseTo(LEVEL, within(0.6));
        }
        assertThat(Heard.peak(heard)).isLessThan(0.62);
    }

    @Test
    void nothingClicksNotEvenWhereItRepeats() {
        float[] heard = Heard.of(music.start(), 2 * LENGTH + 1).samples();
        double sharpest = 0;
        for (int i = 2; i < heard.length; i++) {
            sharpest = Math.max(sharpest, Math.abs(heard[i] - 2 * heard[i - 1] + heard[i - 2]));
        }
        // The highest tones at that level bend no more than this; a step of 1 % of full scale does.
        assertThat(sharpest).isLessThan(0.008);
    }

    @Test
    void aTelephoneLetsItThrough() {
        Wav heard = Heard.of(music.start(), 8);
        assertThat(Heard.levelDb(heard.at(8_000))).isCloseTo(Heard.levelDb(heard), within(0.2));
        assertThat(Correlation.find(heard.first(3), heard.at(8_000)).score()).isGreaterThan(0.99);
    }

    @Test
    void eachCallHearsItFromTheBeginningAndItRepeats() {
        Wav beginning = Heard.of(music.start(), 3);
        FrameSource first = music.start();
        Heard.of(first, 10);
        assertThat(Heard.of(music.start(), 3).samples()).isEqualTo(beginning.samples());
        Heard.of(first, LENGTH - 10);
        assertThat(Heard.of(first, 3).samples()).isEqualTo(beginning.samples());
    }

    @Test
    void aFileTakesItsPlaceUntilItIsGivenUp(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tone.wav");
        new Wav(Tone.samples(523, -40, 2, 8_000), 8_000).write(file);
        FrameSource before = music.start();
        music.use(file);
        assertThat(isOfTone(music.start())).isTrue();
        assertThat(isOfTone(before)).isFalse();

        assertThatThrownBy(() -> music.use(folder.resolve("none.wav")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.wav");
        assertThat(isOfTone(music.start())).isTrue();

        music.use(null);
        assertThat(isOfTone(music.start())).isFalse();
    }

    private static boolean isOfTone(FrameSource source) {
        Wav heard = Heard.of(source, 1);
        return Goertzel.levelDb(heard.samples(), heard.rate(), 523) > LEVEL - 1;
    }
}
