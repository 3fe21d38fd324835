/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.anna;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.telephony.Call;
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
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;

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
    private final ServiceTracker<RecordingService, RecordingService> recording;
    private final ServiceRegistration<Condition> grant;

    RecordingTest(@TempDir Path folder) {
        this.folder = folder;
        office = Exchange.in(folder);
        exchange = office.setup().start(folder.resolve("exchange"));
        BundleContext context = FrameworkUtil.getBundle(RecordingTest.class).getBundleContext();
        recording = new ServiceTracker<>(context, RecordingService.class, null);
        recording.open();
        Map<String, String> properties =
                Map.of(Condition.CONDITION_ID, "centralino.recording", "centralino.policy", "on-demand");
        grant = context.registerService(Condition.class, Condition.INSTANCE, new Hashtable<>(properties));
    }

    @BeforeEach
    void soundDevicesAreOpen() {
        anna.awaitDevices();
    }

    @AfterEach
    void stop() {
        grant.unregister();
        recording.close();
        anna.close();
        exchange.close();
        soundCard.close();
    }

    @Test
    void each_side_of_a_call_is_in_its_own_channel_and_of_a_hold_nothing_but_its_mark() throws Exception {
        RecordingService recorder = recording.waitForService(SOON.toMillis());
        assertThat(recorder).isNotNull();
        try (Baresip bruno = office.bruno(exchange, "udp").codecs("opus").start(folder.resolve("bruno"));
                Program voice = soundCard.speak(OUR_VOICE, OUR_LEVEL)) {
            bruno.awaitRegistered(SOON);
            anna.signIn(anna(exchange, "udp", List.of()));
            String call = anna.dial("bruno");
            anna.awaitActive(call);
            soundCard.awaitTone(BRUNOS_VOICE, HEARD);
            recorder.start(call);
            Await.until(
                    SOON,
                    () -> "it is " + recorder.state(call),
                    () -> recorder.state(call).kind() == Kind.RECORDING);
            bruno.awaitTone(OUR_VOICE, HEARD, SOON);
            awaitLength(recorder, call);
            anna.hold(call);
            anna.awaitNow(call, "held", Call::isHeldByUs);
            soundCard.awaitQuiet(BRUNOS_VOICE);
            anna.resume(call);
            anna.awaitNow(call, "resumed", now -> !now.isHeldByUs());
            soundCard.awaitTone(BRUNOS_VOICE, HEARD);
            recorder.stop(call);
            assertThat(voice.isAlive()).isTrue();
            anna.hangUp(call);
        }
        judge(recorder);
    }

    /** Enough to be judged. */
    private static void awaitLength(RecordingService recorder, String call) {
        Await.until(SOON, () -> "no two seconds: " + recorder.state(call), () -> {
            Instant since = recorder.state(call).since();
            return since != null && since.isBefore(Instant.now().minusSeconds(2));
        });
    }

    private void judge(RecordingService recorder) throws Exception {
        Recording made = awaitComplete(recorder);
        double held = at(made, Mark.Kind.HELD);
        double resumed = at(made, Mark.Kind.RESUMED);
        Path copy = folder.resolve("copy.opus");
        recorder.catalogue().export(made.id(), copy).get(10, TimeUnit.SECONDS);
        run("/usr/bin/opusdec", "--quiet", "--rate", "48000", copy.toString(), "both.wav");
        Wav ours = channel(1);
        Wav theirs = channel(2);
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

    private static Recording awaitComplete(RecordingService recorder) throws Exception {
        Await.until(
                SOON,
                () -> "nothing is complete",
                () -> recorder.catalogue().latest(1).get(5, TimeUnit.SECONDS).stream()
                        .anyMatch(Recording::complete));
        return recorder.catalogue().latest(1).get(5, TimeUnit.SECONDS).getFirst();
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

    private Wav channel(int number) throws IOException {
        String file = "channel" + number + ".wav";
        run("/usr/bin/sox", "both.wav", file, "remix", Integer.toString(number));
        return Wav.read(folder.resolve(file));
    }

    private void run(String... command) {
        try (Program program = Program.start(folder, Map.of(), List.of(command))) {
            assertThat(program.awaitExit(SOON)).as(program.output()).isZero();
        }
    }

    private static Wav part(Wav wav, double from, double to) {
        return wav.first(to).last(to - from);
    }
}
