/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.anna;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.telephony.Call;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Program;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The recording of a call with a telephone that others wrote, judged by a decoder that others wrote. */
@Timeout(90)
class RecordingTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final double OUR_VOICE = 1_000;
    private static final double OUR_LEVEL = -12;
    private static final double BRUNOS_VOICE = 440;
    private static final double HEARD = -25;
    private static final double UNHEARD = -50;

    private final Path folder;
    private final SoundCard soundCard = new SoundCard();
    private final Exchange office;
    private final Kamailio exchange;
    private final Workstation anna = new Workstation();
    private final Recorded recorded;

    RecordingTest(@TempDir Path folder) {
        this.folder = folder;
        office = Exchange.in(folder);
        exchange = office.setup().start(folder.resolve("exchange"));
        recorded = new Recorded(folder);
    }

    @BeforeEach
    void soundDevicesAreOpen() {
        anna.awaitDevices();
    }

    @AfterEach
    void stop() {
        recorded.close();
        anna.close();
        exchange.close();
        soundCard.close();
    }

    @Test
    void each_side_of_a_call_is_in_its_own_channel_and_of_a_hold_nothing_but_its_mark() throws Exception {
        try (Baresip bruno = office.bruno(exchange, "udp").codecs("opus").start(folder.resolve("bruno"));
                Program voice = soundCard.speak(OUR_VOICE, OUR_LEVEL)) {
            bruno.awaitRegistered(SOON);
            anna.signIn(anna(exchange, "udp", List.of()));
            String call = anna.dial("bruno");
            anna.awaitActive(call);
            soundCard.awaitTone(BRUNOS_VOICE, HEARD);
            recorded.start(call);
            bruno.awaitTone(OUR_VOICE, HEARD, SOON);
            recorded.awaitTwoSeconds(call);
            anna.hold(call);
            anna.awaitNow(call, "held", Call::isHeldByUs);
            soundCard.awaitQuiet(BRUNOS_VOICE);
            anna.resume(call);
            anna.awaitNow(call, "resumed", now -> !now.isHeldByUs());
            soundCard.awaitTone(BRUNOS_VOICE, HEARD);
            recorded.service().stop(call);
            assertThat(voice.isAlive()).isTrue();
            anna.hangUp(call);
        }
        judge();
    }

    private void judge() throws Exception {
        Recorded.Sound sound = recorded.latest();
        double held = at(sound.made(), Mark.Kind.HELD);
        double resumed = at(sound.made(), Mark.Kind.RESUMED);
        Wav ours = sound.ours();
        Wav theirs = sound.theirs();
        System.out.printf("recorded %.1f s, held from %.1f to %.1f%n", ours.seconds(), held, resumed);
        assertThat(Level.of(part(ours, 0.5, held), OUR_VOICE)).isGreaterThan(HEARD);
        assertThat(Level.of(part(ours, 0.5, held), BRUNOS_VOICE)).isLessThan(UNHEARD);
        assertThat(Level.of(part(theirs, 0.5, held), BRUNOS_VOICE)).isGreaterThan(HEARD);
        assertThat(Level.of(part(theirs, 0.5, held), OUR_VOICE)).isLessThan(UNHEARD);
        for (Wav side : List.of(ours, theirs)) {
            Wav silence = part(side, held + 0.3, resumed - 0.1);
            assertThat(Level.of(silence, OUR_VOICE)).isLessThan(UNHEARD);
            assertThat(Level.of(silence, BRUNOS_VOICE)).isLessThan(UNHEARD);
        }
        assertThat(Level.of(theirs.last(0.5), BRUNOS_VOICE)).isGreaterThan(HEARD);
    }

    private static double at(Recording made, Mark.Kind kind) {
        return made.marks().stream()
                        .filter(mark -> mark.kind() == kind)
                        .findFirst()
                        .orElseThrow()
                        .at()
                        .toMillis()
                / 1_000.0;
    }

    private static Wav part(Wav wav, double from, double to) {
        return wav.first(to).last(to - from);
    }
}
