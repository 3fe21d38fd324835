/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.anna;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.testbench.Await;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Program;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A conference of four real agents, each with a tone of its own, judged by the sound that each of them writes to a file. */
@Timeout(120)
class ConferenceTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    /** None is where two or three of the others would be heard if something cut them. */
    private static final Map<String, Integer> TONES =
            new TreeMap<>(Map.of("bruno", 440, "carla", 610, "dario", 830, "elena", 1130));

    private static final double OUR_VOICE = 2_000;
    private static final double OUR_LEVEL = -12;
    /** Three voices of -6 dBFS have to share the room. */
    private static final double HEARD = -22;

    private static final double NOT_HEARD = -42;

    private final Kamailio exchange;
    private final SoundCard soundCard = new SoundCard();
    private final Workstation anna = new Workstation();
    private final Map<String, Baresip> agents = new TreeMap<>();
    private final Map<String, String> calls = new TreeMap<>();

    ConferenceTest(@TempDir Path folder) {
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

    @BeforeEach
    void everybodyIsThere() {
        agents.values().forEach(agent -> agent.awaitRegistered(SOON));
        anna.awaitDevices();
        anna.signIn(anna(exchange, "udp", List.of()));
    }

    @AfterEach
    void stop() throws IOException {
        anna.close();
        agents.values().forEach(Baresip::close);
        exchange.close();
        soundCard.close();
    }

    private void add(String name) {
        if (calls.isEmpty()) {
            String first = anna.dial(name);
            anna.awaitActive(first);
            anna.conference().join(first);
            calls.put(name, first);
        } else {
            String invited = anna.conference().invite(name);
            anna.awaitActive(invited);
            calls.put(name, invited);
        }
        anna.awaitNow(calls.get(name), name + " is a member", call -> call.isActive() && call.conference() != null);
    }

    /** Waits until {@code name} hears exactly these of the agents in the last second. */
    private void awaitHearing(String name, List<String> others) {
        String[] told = {"nothing"};
        Await.until(SOON, () -> name + " does not hear " + others + " alone but " + told[0], () -> {
            Wav second = lastSecond(agents.get(name));
            StringBuilder levels = new StringBuilder();
            boolean right = second.seconds() >= 0.99;
            for (Map.Entry<String, Integer> tone : TONES.entrySet()) {
                double level = Level.of(second, tone.getValue());
                levels.append(String.format("%s %.1f ", tone.getKey(), level));
                right &= others.contains(tone.getKey()) ? level > HEARD : level < NOT_HEARD;
            }
            told[0] = levels.toString();
            return right;
        });
        System.out.printf("%s hears %s%n", name, told[0]);
    }

    private static Wav lastSecond(Baresip agent) {
        Wav heard = agent.heard();
        return heard == null ? new Wav(new float[0], 48_000) : heard.last(1);
    }

    private List<String> othersThan(String... names) {
        List<String> others = new ArrayList<>(TONES.keySet());
        others.removeAll(List.of(names));
        return others;
    }

    @Test
    void everyOneHearsTheThreeOthersAndUsAndNotItself() {
        TONES.keySet().forEach(this::add);
        TONES.keySet().forEach(name -> awaitHearing(name, othersThan(name)));
        try (Program voice = soundCard.speak(OUR_VOICE, OUR_LEVEL)) {
            for (Baresip agent : agents.values()) {
                Await.until(
                        SOON,
                        () -> agent.address() + " does not hear us",
                        () -> Level.of(lastSecond(agent), OUR_VOICE) > HEARD);
            }
            assertThat(voice.isAlive()).isTrue();
        }
        // Four voices share the room of the ear.
        TONES.values().forEach(hertz -> soundCard.awaitHeard(hertz, HEARD - 3));
    }

    @Test
    void whatBecomesOfOneChangesNothingForTheOthers() {
        TONES.keySet().forEach(this::add);
        TONES.keySet().forEach(name -> awaitHearing(name, othersThan(name)));

        agents.get("bruno").hold();
        anna.awaitNow(
                calls.get("bruno"),
                "Bruno holds us",
                call -> call.state() instanceof CallState.Active active && active.heldByPeer());
        awaitHearing("carla", othersThan("carla", "bruno"));
        agents.get("bruno").resume();
        awaitHearing("carla", othersThan("carla"));

        anna.conference().setSilenced(calls.get("carla"), true);
        awaitHearing("dario", othersThan("dario", "carla"));
        awaitHearing("carla", othersThan("carla"));

        anna.conference().stepAway();
        awaitHearing("dario", othersThan("dario", "carla"));

        agents.get("bruno").hangUp();
        assertThat(anna.awaitEnded(calls.get("bruno")).kind()).isEqualTo(Kind.PEER_HUNG_UP);
        awaitHearing("elena", List.of("dario"));

        agents.get("elena").hangUp();
        anna.conference().setSilenced(calls.get("carla"), false);
        awaitHearing("dario", List.of("carla"));
        anna.conference().stepBack();
        agents.get("dario").hangUp();
        Call last = anna.awaitNow(calls.get("carla"), "an ordinary call", call -> call.conference() == null);
        assertThat(last.isHeldByUs()).isFalse();
        soundCard.awaitTone(TONES.get("carla"), HEARD);
    }
}
