/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.centralino.recording.Recording;
import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.testbench.Await;
import org.centralino.testbench.Program;
import org.centralino.testbench.Wav;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;

/** Recording on demand, granted for as long as this is open, and what was recorded as others' programs decode it. */
final class Recorded implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Path folder;
    private final ServiceTracker<RecordingService, RecordingService> recording;
    private final ServiceRegistration<Condition> grant;

    /**
     * What a file holds.
     *
     * @param made what is known of it
     * @param ours what we said
     * @param theirs what the others said
     */
    record Sound(Recording made, Wav ours, Wav theirs) {}

    Recorded(Path folder) {
        this.folder = folder;
        BundleContext context = FrameworkUtil.getBundle(Recorded.class).getBundleContext();
        recording = new ServiceTracker<>(context, RecordingService.class, null);
        recording.open();
        Map<String, String> properties =
                Map.of(Condition.CONDITION_ID, "centralino.recording", "centralino.policy", "on-demand");
        grant = context.registerService(Condition.class, Condition.INSTANCE, new Hashtable<>(properties));
    }

    RecordingService service() throws InterruptedException {
        return Objects.requireNonNull(recording.waitForService(SOON.toMillis()), "no recording");
    }

    /** Presses *Record*, until it is red. */
    void start(String call) throws InterruptedException {
        RecordingService recorder = service();
        recorder.start(call);
        Await.until(
                SOON,
                () -> "it is " + recorder.state(call),
                () -> recorder.state(call).kind() == Kind.RECORDING);
    }

    /** Enough to be judged. */
    void awaitTwoSeconds(String call) throws InterruptedException {
        RecordingService recorder = service();
        Await.until(SOON, () -> "no two seconds: " + recorder.state(call), () -> {
            Instant since = recorder.state(call).since();
            return since != null && since.isBefore(Instant.now().minusSeconds(2));
        });
    }

    /** All, when the latest is complete. */
    List<Recording> complete() throws Exception {
        RecordingService recorder = service();
        Await.until(SOON, () -> "nothing is complete", () -> {
            List<Recording> latest = recorder.catalogue().latest(1).get(5, TimeUnit.SECONDS);
            return !latest.isEmpty() && latest.getFirst().complete();
        });
        return all();
    }

    /** Newest first; also those of other tests. */
    List<Recording> all() throws Exception {
        return service().catalogue().latest(100).get(5, TimeUnit.SECONDS);
    }

    /** The latest, when it is complete. */
    Sound latest() throws Exception {
        Recording made = complete().getFirst();
        Path copy = folder.resolve("copy.opus");
        service().catalogue().export(made.id(), copy).get(10, TimeUnit.SECONDS);
        run("/usr/bin/opusdec", "--quiet", "--rate", "48000", copy.toString(), "both.wav");
        return new Sound(made, channel(1), channel(2));
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

    @Override
    public void close() {
        grant.unregister();
        recording.close();
    }
}
