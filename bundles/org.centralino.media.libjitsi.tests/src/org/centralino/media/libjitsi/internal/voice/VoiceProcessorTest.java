/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.centralino.media.Enhancement;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.testing.Speech;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a far side gets to hear of microphones beside speakers, of noise and of voices: seeded, without devices. */
class VoiceProcessorTest {

    private static final int FRAME = SoundGraph.FRAME;
    private static final double SECONDS = 12;
    private static final double LEAK_DB = -12;
    private static final double LOUDNESS = 2500;

    private final short[] far = Speech.of(1, SECONDS, LOUDNESS);
    private final short[] near = Speech.of(2, SECONDS, LOUDNESS);
    private final short[] nothing = new short[far.length];

    @ParameterizedTest
    @CsvSource({"20, true", "60, true", "60, false", "150, true", "250, true"})
    void theEchoOfFarEndSpeechIsDownByTwentyDecibelsAfterTwoSeconds(int delayMs, boolean gainControlled) {
        short[] echo = new Room(delayMs, LEAK_DB, 5).echo(far);
        short[] sent = sent(new Enhancement(true, true, gainControlled), far, echo);
        double soon = level(echo, 2, 4) - level(sent, 2, 4);
        double later = level(echo, 4, SECONDS) - level(sent, 4, SECONDS);
        System.out.printf(
                "Echo after %d ms at %.0f dB, gain control %s: down by %.1f dB within 2-4 s, %.1f dB within 4-12 s%n",
                delayMs, LEAK_DB, gainControlled ? "on" : "off", soon, later);
        assertThat(soon).isGreaterThan(20);
        assertThat(later).isGreaterThan(20);
    }

    @Test
    void echoIsFoundAgainWhenItsDelayChanges() {
        short[] echo = new Room(60, LEAK_DB, 5).echo(far);
        short[] moved = new Room(120, LEAK_DB, 6).echo(far);
        int change = 6 * SoundGraph.RATE;
        System.arraycopy(moved, change, echo, change, echo.length - change);
        short[] sent = sent(Enhancement.FULL, far, echo);
        assertThat(level(echo, 8, SECONDS) - level(sent, 8, SECONDS)).isGreaterThan(20);
    }

    @Test
    void nearEndSpeechSurvivesDoubleTalk() {
        short[] echo = new Room(60, LEAK_DB, 5).echo(far);
        short[] voice = near.clone();
        // The canceller has met the room before both talk.
        Arrays.fill(voice, 0, 3 * SoundGraph.RATE, (short) 0);
        short[] sent = sent(new Enhancement(true, true, false), far, sum(voice, echo));
        double lost = level(voice, 4, SECONDS) - level(sent, 4, SECONDS);
        double likeness = likeness(voice, sent, 4, SECONDS);
        System.out.printf("Double talk: near end %.1f dB lower, likeness to it %.2f%n", lost, likeness);
        assertThat(lost).isBetween(-3.0, 3.0);
        assertThat(likeness).isGreaterThan(0.75);
    }

    @Test
    void aVoiceAlonePassesAndIsHeldBackByNoMoreThanFifteenMilliseconds() {
        short[] sent = sent(new Enhancement(true, true, false), nothing, near);
        assertThat(level(sent, 2, SECONDS)).isCloseTo(level(near, 2, SECONDS), within(1.5));
        assertThat(likeness(near, sent, 2, SECONDS)).isGreaterThan(0.85);
        assertThat(lag(near, sent, 2, 6)).isLessThanOrEqualTo(SoundGraph.RATE * 15 / 1000);
    }

    @Test
    void steadyNoiseIsLoweredUnderAVoice() {
        Random random = new Random(3);
        short[] noise = new short[near.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (100 * random.nextGaussian());
        }
        short[] sent = sent(new Enhancement(false, true, false), nothing, noise);
        assertThat(level(noise, 2, SECONDS) - level(sent, 2, SECONDS)).isGreaterThan(9);
    }

    @ParameterizedTest
    @CsvSource({"80", "250", "2500", "8000"})
    void quietAndLoudVoicesComeToOneLevel(double loudness) {
        short[] sent = sent(Enhancement.FULL, nothing, Speech.of(2, SECONDS, loudness));
        assertThat(level(sent, 6, SECONDS)).isBetween(-27.0, -13.0);
    }

    @Test
    void whatIsAskedForInACallHoldsFromTheNextFrame() {
        try (VoiceProcessor processor = new VoiceProcessor(new Enhancement(false, false, true))) {
            short[] loud = run(processor, nothing, Speech.of(2, SECONDS, 250));
            processor.enhance(new Enhancement(false, false, false));
            short[] quiet = run(processor, nothing, Speech.of(2, SECONDS, 250));
            assertThat(level(loud, 6, SECONDS) - level(quiet, 6, SECONDS)).isGreaterThan(10);
        }
    }

    @Test
    void soundPassesUntouchedAfterTheEnd() {
        VoiceProcessor processor = new VoiceProcessor(Enhancement.FULL);
        processor.close();
        assertThat(run(processor, far, near)).isEqualTo(near);
    }

    private static short[] sent(Enhancement enhancement, short[] played, short[] taken) {
        try (VoiceProcessor processor = new VoiceProcessor(enhancement)) {
            return run(processor, played, taken);
        }
    }

    private static short[] run(VoiceProcessor processor, short[] played, short[] taken) {
        short[] sent = new short[taken.length];
        for (int at = 0; at + FRAME <= taken.length; at += FRAME) {
            short[] frame = Arrays.copyOfRange(taken, at, at + FRAME);
            processor.heard(Arrays.copyOfRange(played, at, at + FRAME));
            processor.clean(frame);
            System.arraycopy(frame, 0, sent, at, FRAME);
        }
        return sent;
    }

    private static short[] sum(short[] one, short[] other) {
        short[] sum = new short[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (short) Math.clamp(one[i] + other[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return sum;
    }

    /** Root mean square between two seconds, in dB under full scale. */
    private static double level(short[] samples, double from, double to) {
        double power = 0;
        int count = 0;
        for (int i = (int) (from * SoundGraph.RATE); i < Math.min(samples.length, to * SoundGraph.RATE); i++) {
            power += (double) samples[i] * samples[i];
            count++;
        }
        return 10 * Math.log10(power / count / 32768 / 32768 + 1e-15);
    }

    private static double likeness(short[] voice, short[] sent, double from, double to) {
        return correlation(voice, sent, lag(voice, sent, from, Math.min(to, from + 4)), from, to);
    }

    /** By how many samples the second comes later. */
    private static int lag(short[] voice, short[] sent, double from, double to) {
        int best = 0;
        double most = 0;
        for (int lag = 0; lag < SoundGraph.RATE / 25; lag++) {
            double now = correlation(voice, sent, lag, from, to);
            if (now > most) {
                most = now;
                best = lag;
            }
        }
        return best;
    }

    private static double correlation(short[] voice, short[] sent, int lag, double from, double to) {
        double product = 0;
        double one = 1;
        double other = 1;
        int end = (int) Math.min(to * SoundGraph.RATE, sent.length - lag);
        for (int i = (int) (from * SoundGraph.RATE); i < end; i++) {
            product += (double) voice[i] * sent[i + lag];
            one += (double) voice[i] * voice[i];
            other += (double) sent[i + lag] * sent[i + lag];
        }
        return product / Math.sqrt(one * other);
    }
}
