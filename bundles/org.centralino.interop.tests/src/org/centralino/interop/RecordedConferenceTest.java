/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.anna;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.telephony.Call;
import org.centralino.testbench.Await;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Program;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A conference of three real agents is in one file, with every member's voice at the one side and ours at the other. */
@Timeout(120)
class RecordedConferenceTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<String, Integer> TONES = new TreeMap<>(Map.of("bruno", 440, "carla", 610, "dario", 830));
    private static final double OUR_VOICE = 2_000;
    private static final double OUR_LEVEL = -12;
    /** Voices of -6 dBFS have to share the room. */
    private static final double HEARD = -25;

    private static final double UNHEARD = -45;
    private static final double WINDOW_S = 2.5;
    /** The end of the window: what changed before it is past. */
    private static final double JUDGED_S = 1.5;

    private final Kamailio exchange;
    private final SoundCard soundCard = new SoundCard();
    private final Workstation anna = new Workstation();
    private final Map<String, Baresip> agents = new TreeMap<>();
    private final Recorded recorded;

    RecordedConferenceTest(@TempDir Path folder) {
        recorded = new Recorded(folder);
        Kamailio.Setup office = Exchange.in(folder).setup();
        TONES.keySet().forEach(name -> office.user(name, name + "-secret"));
        exchange = office.start(folder.resolve("exchange"));
        TONES.forEach((name, hertz) -> agents.put(
                name,
                Baresip.of("sip:" + name + "@example.test")
                        .registeredAt(exchange.hop("udp"), name + "-secret")
                        .tone(hertz)
                        .start(folder.resolve(name))));
    }

    @AfterEach
    void stop() throws IOException {
        recorded.close();
        anna.close();
        agents.values().forEach(Baresip::close);
        exchange.close();
        soundCard.close();
    }

    @Test
    void everyMemberIsInTheOneFileAlsoWhenTheFirstHasLeft() throws Exception {
        agents.values().forEach(agent -> agent.awaitRegistered(SOON));
        anna.awaitDevices();
        anna.signIn(anna(exchange, "udp", List.of()));
        try (Program voice = soundCard.speak(OUR_VOICE, OUR_LEVEL)) {
            String bruno = anna.dial("bruno");
            anna.awaitActive(bruno);
            anna.conference().join(bruno);
            Call first = anna.now(bruno);
            int before = recorded.all().size();
            recorded.start(bruno);
            String carla = invite("carla");
            String dario = invite("dario");
            TONES.values().forEach(hertz -> soundCard.awaitHeard(hertz, HEARD));
            double together = position(bruno);
            awaitPosition(bruno, together + WINDOW_S);
            agents.get("bruno").hangUp();
            anna.awaitEnded(bruno);
            double without = position(dario);
            awaitPosition(dario, without + WINDOW_S);
            assertThat(recorded.service().state(carla).kind()).isEqualTo(Kind.RECORDING);
            recorded.service().stop(dario);
            assertThat(voice.isAlive()).isTrue();
            assertThat(recorded.complete()).hasSize(before + 1);
            judge(together, without);
            for (Call call : List.of(first, anna.now(carla), anna.now(dario))) {
                assertThat(recordingsOf(call)).as("with %s", call.remote()).isEqualTo(1);
            }
            anna.hangUp(carla);
            anna.hangUp(dario);
        }
    }

    private String invite(String name) {
        String invited = anna.conference().invite(name);
        anna.awaitActive(invited);
        anna.awaitNow(invited, name + " is a member", call -> call.conference() != null);
        return invited;
    }

    /** How far the recording is, in seconds, but for what has not reached the disk. */
    private double position(String call) throws InterruptedException {
        Instant since = Objects.requireNonNull(recorded.service().state(call).since(), "it is not recorded");
        return Duration.between(since, Instant.now()).toMillis() / 1_000.0;
    }

    private void awaitPosition(String call, double seconds) {
        Await.until(SOON, () -> "it is not " + seconds + " s", () -> position(call) > seconds);
    }

    private int recordingsOf(Call call) throws Exception {
        return recorded.service()
                .catalogue()
                .ofCall(call.created())
                .get(5, TimeUnit.SECONDS)
                .size();
    }

    private void judge(double together, double without) throws Exception {
        Recorded.Sound sound = recorded.latest();
        System.out.printf(
                "recorded %.1f s, all from %.1f to %.1f%n", sound.theirs().seconds(), together, without);
        Wav all = sound.theirs().first(together + WINDOW_S).last(JUDGED_S);
        TONES.forEach((name, hertz) -> assertThat(Level.of(all, hertz))
                .as(name + ", while all are there")
                .isGreaterThan(HEARD));
        assertThat(Level.of(all, OUR_VOICE)).isLessThan(UNHEARD);
        Wav rest = sound.theirs().first(without + WINDOW_S).last(JUDGED_S);
        assertThat(Level.of(rest, TONES.get("bruno"))).isLessThan(UNHEARD);
        assertThat(Level.of(rest, TONES.get("carla"))).isGreaterThan(HEARD);
        assertThat(Level.of(rest, TONES.get("dario"))).isGreaterThan(HEARD);
        for (double from : List.of(together, without)) {
            Wav ours = sound.ours().first(from + WINDOW_S).last(JUDGED_S);
            assertThat(Level.of(ours, OUR_VOICE)).isGreaterThan(HEARD);
            TONES.forEach((name, hertz) ->
                    assertThat(Level.of(ours, hertz)).as(name + " in ours").isLessThan(UNHEARD));
        }
    }
}
