/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.testbench.Await;
import org.centralino.testbench.Goertzel;
import org.centralino.testbench.Program;
import org.centralino.testbench.PulseServer;
import org.centralino.testbench.Wav;

/** The operator's sound card: what is played into {@code mic} is the operator's voice, what {@code spk} plays the operator hears. */
final class SoundCard implements AutoCloseable {

    /** Where PULSE_SERVER points to. */
    private static final Path LINK = Path.of("target", "pulse");

    private static final Duration SOON = Duration.ofSeconds(12);

    private final Path folder;
    private final PulseServer server;

    SoundCard() {
        try {
            folder = Files.createTempDirectory("pulse");
            server = PulseServer.start(folder);
            Files.createDirectories(LINK.toAbsolutePath().getParent());
            Files.deleteIfExists(LINK);
            Files.createSymbolicLink(LINK, folder.resolve("native"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks a tone into the microphone until the returned program is closed, for a minute at most. */
    Program speak(double hertz, double levelDb) {
        return server.play("mic", hertz, levelDb, 60);
    }

    /** Waits until the speaker plays a tone of this frequency above all else; returns the level of its next second. */
    double awaitTone(double hertz, double leastDb) {
        double[] last = new double[2];
        Await.until(
                SOON,
                () -> String.format("the speaker played no %.0f Hz but %.1f Hz at %.1f dBFS", hertz, last[0], last[1]),
                () -> {
                    Wav heard = second();
                    last[0] = Goertzel.strongestHz(heard.samples(), heard.rate());
                    last[1] = Goertzel.levelDb(heard.samples(), heard.rate(), last[0]);
                    return Math.abs(last[0] - hertz) < 4 && last[1] >= leastDb;
                });
        return Level.of(second(), hertz);
    }

    /** Waits until the speaker plays a tone of this frequency, among others. */
    void awaitHeard(double hertz, double leastDb) {
        double[] last = new double[1];
        Await.until(SOON, () -> String.format("the speaker plays %.0f Hz at %.1f dBFS", hertz, last[0]), () -> {
            last[0] = Level.of(second(), hertz);
            return last[0] > leastDb;
        });
    }

    /** Waits until the speaker plays nothing of this frequency. */
    void awaitQuiet(double hertz) {
        double[] last = new double[1];
        Await.until(SOON, () -> String.format("the speaker still plays %.0f Hz at %.1f dBFS", hertz, last[0]), () -> {
            Wav heard = second();
            last[0] = Goertzel.levelDb(heard.samples(), heard.rate(), hertz);
            return last[0] < -60;
        });
    }

    /** What the far side's loudspeaker plays in the coming seconds, where it plays here. */
    Wav farSideHears(double seconds) {
        return server.record("far", seconds);
    }

    PulseServer server() {
        return server;
    }

    private Wav second() {
        return server.record("spk", 1);
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> bottomUp = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : bottomUp) {
                Files.delete(file);
            }
            Files.deleteIfExists(LINK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
