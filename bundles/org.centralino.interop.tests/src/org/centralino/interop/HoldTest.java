/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.anna;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.testbench.Await;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Correlation;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Program;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a held party hears, judged by the sound that its telephone captured. */
@Timeout(90)
class HoldTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final double OUR_VOICE = 3_000;
    private static final double OUR_LEVEL = -12;
    private static final double SILENCE = -45;
    private static final double FOUND = 0.6;
    private static final double NOT_FOUND = 0.3;
    private static final int RATE = 48_000;

    private final Path folder;
    private final SoundCard soundCard = new SoundCard();
    private final Exchange office;
    private final Kamailio exchange;
    private final Workstation anna = new Workstation();

    HoldTest(@TempDir Path folder) {
        this.folder = folder;
        office = Exchange.in(folder);
        exchange = office.setup().start(folder.resolve("exchange"));
    }

    @BeforeEach
    void soundDevicesAreOpen() {
        anna.awaitDevices();
    }

    @AfterEach
    void stop() throws IOException {
        anna.useHoldMusic(null);
        anna.close();
        exchange.close();
        soundCard.close();
    }

    private Baresip bruno(String codec) {
        Baresip bruno = office.bruno(exchange, "udp")
                .codecs(codec)
                .playingInto(soundCard.server())
                .start(folder.resolve("bruno"));
        bruno.awaitRegistered(SOON);
        anna.signIn(anna(exchange, "udp", List.of()));
        return bruno;
    }

    @ParameterizedTest
    @ValueSource(strings = {"opus", "pcmu"})
    void aHeldPartyHearsTheChosenMusicAndNothingOfTheMicrophoneUntilItIsResumed(String codec) throws IOException {
        Wav piece = melody(1, 6);
        Path file = folder.resolve("music.wav");
        piece.write(file);
        anna.useHoldMusic(file);
        try (Baresip bruno = bruno(codec);
                Program voice = soundCard.speak(OUR_VOICE, OUR_LEVEL)) {
            String call = talk(bruno);
            awaitOurVoice();

            anna.hold(call);
            Wav held = soundCard.farSideHears(8);
            double found = Correlation.find(start(piece, 5), held).score();
            double other = Correlation.find(start(melody(2, 6), 5), held).score();
            double leaked = Level.of(held.last(6), OUR_VOICE);
            System.out.printf("%s: music %.2f, another %.2f, microphone %.1f dBFS%n", codec, found, other, leaked);
            assertThat(found).isGreaterThan(FOUND);
            assertThat(other).isLessThan(NOT_FOUND);
            assertThat(leaked).isLessThan(SILENCE);

            anna.resume(call);
            awaitOurVoice();
            assertThat(voice.isAlive()).isTrue();
            anna.hangUp(call);
        }
    }

    @Test
    @Tag("long")
    void ourOwnPieceIsTheSameEachTimeAndBeginsAnew() {
        try (Baresip bruno = bruno("opus")) {
            String call = talk(bruno);
            anna.hold(call);
            Wav first = soundCard.farSideHears(6);
            anna.resume(call);
            anna.awaitNow(call, "resumed", now -> !now.isHeldByUs());
            anna.hold(call);
            Wav second = soundCard.farSideHears(8);

            double found = Correlation.find(first.last(4), second).score();
            System.out.printf("our own piece, heard twice: %.2f%n", found);
            assertThat(found).isGreaterThan(FOUND);
            anna.hangUp(call);
        }
    }

    @Test
    void whoeverHoldsFirstBothMustResumeBeforeTheyTalkAgain() {
        try (Baresip bruno = bruno("opus");
                Program voice = soundCard.speak(OUR_VOICE, OUR_LEVEL)) {
            String call = talk(bruno);
            awaitOurVoice();
            anna.hold(call);
            anna.awaitNow(call, "held by us", Call::isHeldByUs);
            bruno.hold();
            anna.awaitNow(
                    call,
                    "held by both",
                    now -> state(now).heldByUs() && state(now).heldByPeer());
            anna.resume(call);
            anna.awaitNow(
                    call,
                    "held by Bruno",
                    now -> !state(now).heldByUs() && state(now).heldByPeer());
            bruno.resume();
            anna.awaitNow(
                    call,
                    "held by nobody",
                    now -> !state(now).heldByUs() && !state(now).heldByPeer());

            awaitOurVoice();
            soundCard.awaitTone(440, -12);
            assertThat(voice.isAlive()).isTrue();
            anna.hangUp(call);
        }
    }

    private void awaitOurVoice() {
        double[] level = new double[1];
        Await.until(SOON, () -> "Bruno hears our voice at " + level[0] + " dBFS", () -> {
            level[0] = Level.of(soundCard.farSideHears(1), OUR_VOICE);
            return level[0] > OUR_LEVEL - 6;
        });
    }

    private static CallState.Active state(Call call) {
        return (CallState.Active) call.state();
    }

    private String talk(Baresip bruno) {
        String call = anna.dial("bruno");
        anna.awaitActive(call);
        bruno.awaitEvent("CALL_ESTABLISHED", SOON);
        return call;
    }

    private static Wav start(Wav piece, int seconds) {
        return new Wav(Arrays.copyOf(piece.samples(), seconds * piece.rate()), piece.rate());
    }

    /** Two voices of tones that nobody would whistle by chance. */
    private static Wav melody(long seed, int seconds) {
        Random random = new Random(seed);
        float[] samples = new float[seconds * RATE];
        int note = RATE / 5;
        for (int from = 0; from < samples.length; from += note) {
            double low = 300 + random.nextInt(500);
            double high = 850 + random.nextInt(900);
            for (int i = from; i < Math.min(samples.length, from + note); i++) {
                double t = (double) i / RATE;
                double bell = Math.sin(Math.PI * (i - from) / note);
                samples[i] =
                        (float) (0.1 * bell * (Math.sin(2 * Math.PI * low * t) + Math.sin(2 * Math.PI * high * t)));
            }
        }
        return new Wav(samples, RATE);
    }
}
