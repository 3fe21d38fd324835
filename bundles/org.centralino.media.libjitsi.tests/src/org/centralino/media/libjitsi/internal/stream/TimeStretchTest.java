/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound made longer and shorter keeps its pitch and has no clicks. */
class TimeStretchTest {

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 48_000})
    void aToneStaysATone(int rate) {
        TimeStretch stretch = new TimeStretch(rate);
        int count = rate / 50;
        short[] sound = tone(rate, count);
        int shorter = stretch.shorten(sound, count, count / 2, 0.9);
        assertThat(shorter).isBetween(count / 2, count - stretch.shortest());
        assertThat(steepest(sound, shorter)).isLessThan(steepest(tone(rate, count), count) * 13 / 10);

        sound = tone(rate, count);
        int longer = stretch.lengthen(sound, count, count / 2, 0.9);
        assertThat(longer).isBetween(count + stretch.shortest(), count * 3 / 2);
        assertThat(steepest(sound, longer)).isLessThan(steepest(tone(rate, count), count) * 13 / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 48_000})
    void inSilenceAsMuchAsWanted(int rate) {
        TimeStretch stretch = new TimeStretch(rate);
        short[] silence = new short[rate / 25];
        int count = rate / 50;
        assertThat(stretch.shorten(silence, count, rate / 200, 0.9)).isEqualTo(count - rate / 200);
        assertThat(stretch.lengthen(silence, count, rate / 200, 0.9)).isEqualTo(count + rate / 200);
    }

    private static short[] tone(int rate, int count) {
        short[] tone = new short[2 * count];
        for (int i = 0; i < count; i++) {
            tone[i] = (short) (8000 * Math.sin(2 * Math.PI * 230 * i / rate));
        }
        return tone;
    }

    private static int steepest(short[] sound, int count) {
        short[] part = Arrays.copyOf(sound, count);
        int steepest = 0;
        for (int i = 1; i < count; i++) {
            steepest = Math.max(steepest, Math.abs(part[i] - part[i - 1]));
        }
        return steepest;
    }
}
