/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.centralino.testbench.Goertzel;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.Test;

class KeypadTest {

    private static final double TOO_QUIET = -40;

    private final Keypad keypad = new Keypad(Keypad.LEVEL);

    @Test
    void aToneLastsAsLongAsItsKey() {
        keypad.start('5');
        Wav pressed = Heard.of(keypad, 0.6);
        keypad.stop();
        Wav after = Heard.of(keypad, 0.2);
        assertThat(Goertzel.levelDb(pressed.samples(), 48_000, 770)).isCloseTo(-14.7, within(1.0));
        assertThat(Goertzel.levelDb(pressed.samples(), 48_000, 1336)).isCloseTo(-14.7, within(1.0));
        assertThat(Heard.levelDb(Heard.part(pressed, 0.5, 0.6))).isGreaterThan(-13);
        assertThat(Heard.levelDb(Heard.part(after, 0.01, 0.2))).isLessThan(-100);
    }

    @Test
    void aTapLastsATenthOfASecond() {
        keypad.start('1');
        keypad.stop();
        assertThat(tones(Heard.of(keypad, 0.5))).isEqualTo(List.of(10));
    }

    @Test
    void keysTypedFasterThanTheySoundWaitForTheirTurn() {
        for (char key : "112#".toCharArray()) {
            keypad.start(key);
            keypad.stop();
        }
        assertThat(tones(Heard.of(keypad, 1.5))).isEqualTo(List.of(10, 10, 10, 10));
        keypad.start('9');
        keypad.start('0');
        assertThat(tones(Heard.of(keypad, 1))).isEqualTo(List.of(10, 83));
    }

    @Test
    void nobodyPressesForEver() {
        keypad.start('9');
        Heard.of(keypad, 7);
        assertThat(keypad.read(new short[480])).isFalse();
    }

    /** How long each tone in it is, in hundredths of a second. */
    private static List<Integer> tones(Wav wav) {
        List<Integer> lengths = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < wav.seconds() * 100; i++) {
            boolean sounds = Heard.levelDb(Heard.part(wav, i / 100.0, (i + 1) / 100.0)) > TOO_QUIET;
            if (!sounds && length > 0) {
                lengths.add(length);
            }
            length = sounds ? length + 1 : 0;
        }
        if (length > 0) {
            lengths.add(length);
        }
        return lengths;
    }
}
