/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.centralino.interop.Exchange.ANNA;
import static org.centralino.interop.Exchange.BRUNO;
import static org.centralino.interop.Exchange.anna;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.centralino.media.CallStatistics;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.testbench.Await;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Program;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls with a telephone that others wrote, through an exchange that others wrote, judged by the sound alone. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallTest {

    private static final Duration SOON = Duration.ofSeconds(12);
    private static final double HERTZ = 440;
    private static final double OUR_LEVEL = -12;
    private static final double BRUNOS_LEVEL = -6;
    private static final double LEVEL_TOLERANCE = 4;
    private static final double SILENCE = -50;

    private final Path folder;
    private final Exchange office;
    private final Kamailio exchange;
    private final SoundCard soundCard;
    private int phones;

    CallTest(@TempDir Path folder) {
        this.folder = folder;
        office = Exchange.in(folder);
        exchange = office.setup().start(folder.resolve("exchange"));
        soundCard = new SoundCard();
    }

    @BeforeAll
    void soundDevicesAreOpen() {
        try (Workstation anna = new Workstation()) {
            anna.awaitDevices();
        }
    }

    @AfterAll
    void stop() {
        soundCard.close();
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({"udp, opus", "udp, g722", "udp, pcma", "udp, pcmu", "tcp, opus", "tls, opus"})
    void weCallAndBothSidesHearTheOther(String transport, String codec) {
        int before = exchange.log().length();
        try (Baresip bruno = office.bruno(exchange, transport).start(phone());
                Workstation anna = new Workstation()) {
            bruno.awaitRegistered(SOON);
            anna.signIn(anna(exchange, transport, List.of(codec)));
            String call = anna.dial("bruno");
            assertThat(anna.awaitActive(call).codec()).isEqualToIgnoringCase(codec);
            bruno.awaitEvent("CALL_ESTABLISHED", SOON);

            bothHearTheOther(anna, call, bruno, "we call, " + transport + ", " + codec);
            brunoUses(codec, bruno);
            anna.hangUp(call);

            bruno.awaitEvent("CALL_CLOSED", SOON);
            assertThat(anna.awaitEnded(call).kind()).isEqualTo(Kind.HUNG_UP);
            soundCard.awaitQuiet(HERTZ);
        }
        assertThat(exchange.log().substring(before))
                .containsPattern("request INVITE " + BRUNO + ".* over " + transport);
    }

    @ParameterizedTest
    @CsvSource({"udp, opus", "udp, g722", "udp, pcma", "udp, pcmu", "tcp, opus", "tls, opus"})
    void weAreCalledAndBothSidesHearTheOther(String transport, String codec) {
        int before = exchange.log().length();
        try (Baresip bruno = office.bruno(exchange, transport).codecs(codec).start(phone());
                Workstation anna = new Workstation()) {
            bruno.awaitRegistered(SOON);
            anna.signIn(anna(exchange, transport, List.of()));
            bruno.dial(ANNA);
            String call = anna.awaitIncoming();
            anna.answer(call);
            bruno.awaitEvent("CALL_ESTABLISHED", SOON);
            assertThat(anna.awaitActive(call).codec()).isEqualToIgnoringCase(codec);

            bothHearTheOther(anna, call, bruno, "we are called, " + transport + ", " + codec);
            brunoUses(codec, bruno);
            bruno.hangUp();

            assertThat(anna.awaitEnded(call).kind()).isEqualTo(Kind.PEER_HUNG_UP);
            soundCard.awaitQuiet(HERTZ);
        }
        assertThat(exchange.log().substring(before)).containsPattern("request INVITE " + ANNA + ".* over " + transport);
    }

    /** Both speak the same tone, so Anna keeps silent at first: what she hears is not her own voice, nor what Bruno hears his. */
    private void bothHearTheOther(Workstation anna, String call, Baresip bruno, String what) {
        double weHear = soundCard.awaitTone(HERTZ, BRUNOS_LEVEL - LEVEL_TOLERANCE);
        assertThat(weHear).isCloseTo(BRUNOS_LEVEL, within(LEVEL_TOLERANCE));
        brunoHearsSilence(bruno);
        double brunoHears;
        try (Program voice = soundCard.speak(HERTZ, OUR_LEVEL)) {
            bruno.awaitTone(HERTZ, OUR_LEVEL - LEVEL_TOLERANCE, SOON);
            brunoHears = levelOfNextSecond(bruno);
            assertThat(brunoHears).isCloseTo(OUR_LEVEL, within(LEVEL_TOLERANCE));
            assertThat(voice.isAlive()).isTrue();
        }
        CallStatistics counters = Objects.requireNonNull(anna.statistics(call));
        assertThat(counters.packetsReceived()).isPositive();
        assertThat(counters.packetsLost()).isLessThanOrEqualTo(5);
        System.out.printf(
                Locale.ROOT,
                "%s: heard %.1f dBFS of %.0f, was heard %.1f dBFS of %.0f, %d packets received, %d lost%n",
                what,
                weHear,
                BRUNOS_LEVEL,
                brunoHears,
                OUR_LEVEL,
                counters.packetsReceived(),
                counters.packetsLost());
    }

    private static void brunoHearsSilence(Baresip bruno) {
        Await.until(SOON, () -> "Bruno heard a tone that nobody spoke, or nothing at all", () -> {
            Wav heard = bruno.heard();
            return heard != null && heard.seconds() > 1 && levelOfLastSecond(bruno) < SILENCE;
        });
    }

    /** A tone that has just begun fills no whole second yet. */
    private static double levelOfNextSecond(Baresip bruno) {
        double from = Objects.requireNonNull(bruno.heard()).seconds();
        Await.until(
                SOON,
                () -> "Bruno hears nothing any more",
                () -> Objects.requireNonNull(bruno.heard()).seconds() > from + 1);
        return levelOfLastSecond(bruno);
    }

    private static double levelOfLastSecond(Baresip bruno) {
        return Level.of(Objects.requireNonNull(bruno.heard()).last(1), HERTZ);
    }

    private static void brunoUses(String codec, Baresip bruno) {
        assertThat(bruno.log())
                .containsIgnoringCase("Set audio encoder: " + codec)
                .containsIgnoringCase("Set audio decoder: " + codec);
    }

    private Path phone() {
        return folder.resolve("bruno" + ++phones);
    }
}
