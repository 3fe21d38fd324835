/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run of a scenario with one call, as the called side (until it was called) or as the caller. */
public final class Sipp implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path folder;
    private final String scenario;
    private final int port;
    private final Duration deadline;
    private final Program program;

    private Sipp(Path folder, Path scenario, int port, Duration deadline, Program program) {
        this.folder = folder;
        this.scenario = String.valueOf(scenario.getFileName());
        this.port = port;
        this.deadline = deadline;
        this.program = program;
    }

    /** @param scenario the XML that says what it does */
    public static Setup of(Path scenario) {
        return new Setup(scenario);
    }

    /** Where it listens, over the transport of its setup. */
    public int port() {
        return port;
    }

    /** Waits for the scenario's end; fails with sipp's own reasons unless the call went exactly as the scenario says. */
    public void awaitSuccess() {
        int exit = program.awaitExit(deadline.plus(GRACE));
        if (exit != 0) {
            throw new AssertionError(scenario + ": sipp ended with " + exit + " (1: a call failed, 97: timeout)\n"
                    + file("errors.log") + file("messages.log"));
        }
    }

    /** Every message it sent and received so far. */
    public String messages() {
        return file("messages.log");
    }

    /** Waits until it sent or received a message that contains a text. */
    public void awaitMessage(String text, Duration wait) {
        Await.until(
                wait,
                () -> scenario + ": no message with \"" + text + "\":\n" + messages(),
                () -> messages().contains(text));
    }

    @Override
    public void close() {
        program.close();
    }

    private String file(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the run is to be like. */
    public static final class Setup {
        private final Path scenario;
        private final List<String> more = new ArrayList<>();
        private Duration deadline = Duration.ofSeconds(30);
        private String transport = "u1";
        private int port;

        private Setup(Path scenario) {
            this.scenario = scenario.toAbsolutePath();
        }

        /** When it gives up; 30 s unless told. */
        public Setup within(Duration wanted) {
            deadline = wanted;
            return this;
        }

        /** TCP in place of UDP. */
        public Setup overTcp() {
            transport = "t1";
            return this;
        }

        /** Listens here in place of a port chosen free. */
        public Setup at(int wanted) {
            port = wanted;
            return this;
        }

        /** Calls a user at a port of loopback; without this the scenario waits to be called. */
        public Setup calling(String user, int remotePort) {
            more.addAll(List.of("-s", user, "127.0.0.1:" + remotePort));
            return this;
        }

        /** The user and the password that a scenario with {@code [authentication]} answers challenges with. */
        public Setup credentials(String user, String password) {
            more.addAll(List.of("-au", user, "-ap", password));
            return this;
        }

        /** Neither repeats messages nor hides repeated ones: for scenarios that are about repetition. */
        public Setup withoutRetransmissions() {
            more.add("-nr");
            return this;
        }

        /** A value that the scenario names as {@code [key]}. */
        public Setup key(String key, String value) {
            more.addAll(List.of("-key", key, value));
            return this;
        }

        /** Starts it and, where it waits to be called, waits until it listens. @param folder its own, for its logs */
        public Sipp start(Path folder) {
            String sipp = Program.find("sipp", "sip-tester");
            int chosen = port != 0 ? port : FreePorts.one();
            int media = FreePorts.run(4);
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            List<String> command = new ArrayList<>(List.of(
                    sipp,
                    "-sf",
                    scenario.toString(),
                    "-m",
                    "1",
                    "-l",
                    "1",
                    "-i",
                    "127.0.0.1",
                    "-t",
                    transport,
                    "-nostdin",
                    "-p",
                    Integer.toString(chosen),
                    "-mi",
                    "127.0.0.1",
                    "-mp",
                    Integer.toString(media),
                    "-timeout",
                    deadline.toSeconds() + "s",
                    "-timeout_error",
                    "-trace_msg",
                    "-message_file",
                    folder.resolve("messages.log").toString(),
                    "-trace_err",
                    "-error_file",
                    folder.resolve("errors.log").toString()));
            command.addAll(more);
            Program program = Program.start(folder, Map.of("TERM", "dumb"), command);
            Sipp started = new Sipp(folder, scenario, chosen, deadline, program);
            if (more.stream().noneMatch("-s"::equals)) {
                started.awaitListening(transport.equals("u1") ? "udp" : "tcp");
            }
            return started;
        }
    }

    private void awaitListening(String protocol) {
        String address = String.format("0100007F:%04X", port);
        Await.until(START, () -> scenario + ": sipp does not listen:\n" + program.output(), () -> {
            if (!program.isAlive()) {
                throw new AssertionError(scenario + ": sipp ended:\n" + program.output());
            }
            try (Stream<String> sockets = Files.lines(Path.of("/proc/net/" + protocol))) {
                return sockets.anyMatch(line -> line.contains(address));
            }
        });
    }
}
