/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;

/** A phone as the far side: it speaks a steady tone, or a file, and writes what it hears to WAV files. */
public final class Baresip implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(15);

    private final Path folder;
    private final Program program;
    private final BaresipControl control;
    private final String address;
    private final int port;

    private Baresip(Path folder, BaresipSetup setup, int port, int controlPort, Program program) {
        this.folder = folder;
        this.address = setup.address();
        this.port = port;
        this.program = program;
        this.control = new BaresipControl(setup.host(), controlPort, program, START);
    }

    /** @param address its own, as {@code sip:bruno@example.test} */
    public static BaresipSetup of(String address) {
        return new BaresipSetup(address);
    }

    static Baresip start(BaresipSetup setup, Path folder) {
        String baresip = Program.find("baresip", "baresip-core");
        int port = FreePorts.run(2); // the second is for TLS
        int controlPort = FreePorts.one();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("config"), setup.config(folder, port, controlPort));
            Files.writeString(folder.resolve("accounts"), "#\n");
            Files.writeString(folder.resolve("contacts"), "");
            Files.writeString(folder.resolve(".asoundrc"), setup.asoundrc());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> environment = new HashMap<>(setup.environment());
        environment.put("HOME", folder.toString());
        Program program =
                Program.start(folder, environment, setup.command(List.of(baresip, "-4", "-f", folder.toString())));
        try {
            Baresip started = new Baresip(folder, setup, port, controlPort, program);
            // Not from the file: it would register before anyone listens to its events.
            started.command("uanew", setup.account());
            return started;
        } catch (AssertionError e) {
            program.close();
            throw e;
        }
    }

    public String address() {
        return address;
    }

    /** Where it listens, over UDP and TCP. */
    public int port() {
        return port;
    }

    /** Waits until its account is registered; fails with the reason when that is refused. */
    public void awaitRegistered(Duration deadline) {
        JsonNode event = await(e -> type(e).startsWith("REGISTER_"), "a registration", deadline);
        if (!type(event).equals("REGISTER_OK")) {
            throw new AssertionError(
                    address + " was not registered: " + event.path("param").asText());
        }
    }

    /** @param target an address or a number */
    public void dial(String target) {
        command("dial", target);
    }

    public void answer() {
        command("accept", "");
    }

    public void hangUp() {
        command("hangup", "");
    }

    public void hold() {
        command("hold", "");
    }

    public void resume() {
        command("resume", "");
    }

    /** Sends one DTMF digit to the other side (RFC 4733 unless the setup says otherwise). */
    public void digit(char digit) {
        command("sndcode", String.valueOf(digit));
    }

    /** Whether it tells every RFC 4733 event: release 1.1.0 takes all packets of one but the first for sound. */
    public boolean knowsEvents() {
        return !program.output().contains("baresip v1.1.0 ");
    }

    /** Any command of its menu, by the long name; returns what it printed. */
    public String command(String name, String parameters) {
        return control.command(name, parameters);
    }

    /** Waits for an event such as CALL_INCOMING, CALL_RINGING, CALL_ESTABLISHED, CALL_CLOSED, CALL_DTMF_START. */
    public JsonNode awaitEvent(String type, Duration deadline) {
        return await(event -> type(event).equals(type), type, deadline);
    }

    /** Waits for the next event not yet waited for that fits; those before it are passed over. */
    public JsonNode await(Predicate<JsonNode> wanted, String what, Duration deadline) {
        return control.await(wanted, what, deadline);
    }

    /** Every event so far, oldest first. */
    public List<JsonNode> events() {
        return control.events();
    }

    /** What it hears in its newest call, as far as it is written by now; null before it hears anything. */
    public @Nullable Wav heard() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> recorded =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith("-dec.wav"))
                            .sorted(Comparator.comparing(Path::toString))
                            .toList());
            return recorded.isEmpty() ? null : Wav.read(recorded.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the last second of what it hears is a tone of this frequency.
     *
     * @param leastDb the least level, in dBFS
     */
    public void awaitTone(double hertz, double leastDb, Duration deadline) {
        String[] last = {"nothing"};
        Await.until(deadline, () -> address + " heard no " + hertz + " Hz but " + last[0], () -> {
            Wav heard = heard();
            if (heard == null || heard.seconds() < 1) {
                return false;
            }
            Wav second = heard.last(1);
            double strongest = Goertzel.strongestHz(second.samples(), second.rate());
            double level = Goertzel.levelDb(second.samples(), second.rate(), strongest);
            last[0] = String.format("%.1f Hz at %.1f dBFS", strongest, level);
            return Math.abs(strongest - hertz) < 4 && level >= leastDb;
        });
    }

    /** Its console. */
    public String log() {
        return program.output();
    }

    @Override
    public void close() {
        control.close();
        program.close();
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }
}
