/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.centralino.media.Enhancement;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the microphone's sound is worked on, and when it is left alone. */
class MicrophoneVoiceTest {

    private boolean listened = true;
    private MicrophoneVoice voice = new MicrophoneVoice(null, () -> listened);

    @AfterEach
    void close() {
        voice.close();
    }

    @Test
    void allIsDoneUntilSomethingElseIsAskedFor() {
        assertThat(voice.enhancement()).isEqualTo(Enhancement.FULL);
        voice.enhance(Enhancement.NONE);
        assertThat(voice.enhancement()).isEqualTo(Enhancement.NONE);
    }

    @Test
    void soundPassesAsItIsUntilTheProcessingIsThere() {
        assertThat(isTouched()).isFalse();
        voice.load();
        assertThat(isTouched()).isTrue();
    }

    @Test
    void nothingIsWorkedOutWhileNobodyListens() {
        voice.load();
        listened = false;
        assertThat(isTouched()).isFalse();
        listened = true;
        assertThat(isTouched()).isTrue();
    }

    @Test
    void nothingIsDoneWhereNothingIsAskedFor() {
        voice.load();
        voice.enhance(Enhancement.NONE);
        assertThat(isTouched()).isFalse();
        voice.enhance(new Enhancement(false, true, false));
        assertThat(isTouched()).isTrue();
    }

    @Test
    void soundGoesOnAsItIsAfterTheEnd() {
        voice.load();
        voice.close();
        voice.load();
        assertThat(isTouched()).isFalse();
    }

    @Test
    void thePropertyIsStrongerThanTheSettings() {
        assertThat(FixedEnhancement.of("none")).isEqualTo(Enhancement.NONE);
        assertThat(FixedEnhancement.of("echo, gain")).isEqualTo(new Enhancement(true, false, true));
        assertThat(FixedEnhancement.of("")).isNull();
        voice = new MicrophoneVoice(Enhancement.NONE, () -> true);
        voice.load();
        voice.enhance(Enhancement.FULL);
        assertThat(voice.enhancement()).isEqualTo(Enhancement.NONE);
        assertThat(isTouched()).isFalse();
    }

    /** Whether a second of a square wave comes out as another one. */
    private boolean isTouched() {
        short[] taken = new short[SoundGraph.FRAME];
        Arrays.fill(taken, 0, taken.length / 2, (short) 3000);
        FrameSource microphone = voice.microphone(frame -> {
            System.arraycopy(taken, 0, frame, 0, frame.length);
            return true;
        });
        boolean touched = false;
        for (int i = 0; i < 100; i++) {
            short[] frame = new short[SoundGraph.FRAME];
            assertThat(microphone.read(frame)).isTrue();
            voice.speaker(played -> {}).write(taken);
            touched |= !Arrays.equals(frame, taken);
        }
        return touched;
    }
}
