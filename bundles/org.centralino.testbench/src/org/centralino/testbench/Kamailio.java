/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** A registrar and proxy with digest on loopback, over UDP and TCP at one port and TLS at another. */
public final class Kamailio implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(15);

    /** The hash that its challenges ask for. */
    public enum Algorithm {
        MD5("MD5"),
        SHA_256("SHA-256");

        private final String token;

        Algorithm(String token) {
            this.token = token;
        }
    }

    private final String host;
    private final String domain;
    private final int port;
    private final int tlsPort;
    private final Program program;

    private Kamailio(String host, String domain, int port, int tlsPort, Program program) {
        this.host = host;
        this.domain = domain;
        this.port = port;
        this.tlsPort = tlsPort;
        this.program = program;
    }

    /** @param domain the SIP domain it is responsible for, and the realm of its challenges */
    public static Setup of(String domain) {
        return new Setup(domain);
    }

    public String domain() {
        return domain;
    }

    /** Of UDP and TCP. */
    public int port() {
        return port;
    }

    public int tlsPort() {
        return tlsPort;
    }

    /** Where clients send first: {@code udp}, {@code tcp} or {@code tls} are known. */
    public String hop(String transport) {
        return "sip:" + host + ":" + (transport.equals("tls") ? tlsPort : port) + ";transport=" + transport;
    }

    /** Its log: a line for each request (method, target, source, transport) and each reply. */
    public String log() {
        return program.output();
    }

    public void awaitLog(String text, Duration deadline) {
        program.awaitOutput(text, deadline);
    }

    @Override
    public void close() {
        program.close();
    }

    /** What it is to be like. */
    public static final class Setup {
        private final String domain;
        private final Map<String, String> users = new LinkedHashMap<>();
        private final Map<String, Integer> routes = new LinkedHashMap<>();
        private Algorithm algorithm = Algorithm.MD5;
        private Certificates.@Nullable Issued certificate;
        private int longestRegistration = 3600;
        private int atPort;
        private @Nullable Neighbour neighbour;
        private boolean tellingSecrets;

        private Setup(String domain) {
            this.domain = domain;
        }

        public Setup user(String name, String password) {
            users.put(name, password);
            return this;
        }

        /** Calls to this user go to a port of loopback, where nobody has to register (a {@link Sipp} for instance). */
        public Setup route(String name, int toPort) {
            routes.put(name, toPort);
            return this;
        }

        public Setup algorithm(Algorithm wanted) {
            algorithm = wanted;
            return this;
        }

        /** In place of a good one by an authority of its own. */
        public Setup certificate(Certificates.Issued shown) {
            certificate = shown;
            return this;
        }

        /** Registrations are cut to this many seconds. */
        public Setup longestRegistration(int seconds) {
            longestRegistration = seconds;
            return this;
        }

        /** Its log also has the credentials and bodies of requests, for a test to know what must be nowhere else. */
        public Setup tellingSecrets() {
            tellingSecrets = true;
            return this;
        }

        /** At the port of one that was stopped; a free one unless told. */
        public Setup port(int number) {
            atPort = number;
            return this;
        }

        /** On another computer. */
        public Setup on(Neighbour computer) {
            neighbour = computer;
            return this;
        }

        /** @param folder for its configuration */
        public Kamailio start(Path folder) {
            String kamailio = Program.find("kamailio", "kamailio kamailio-tls-modules");
            int port = atPort != 0 ? atPort : FreePorts.run(2);
            try {
                Files.createDirectories(folder);
                Certificates.Issued shown = certificate;
                Neighbour computer = neighbour;
                String host = computer == null ? "127.0.0.1" : computer.address();
                Path file = folder.resolve("kamailio.cfg");
                Files.writeString(
                        file,
                        new KamailioConfig(
                                        host,
                                        domain,
                                        port,
                                        users,
                                        routes,
                                        algorithm.token,
                                        shown != null ? shown : new Certificates(folder).issue(domain),
                                        longestRegistration,
                                        tellingSecrets)
                                .text());
                List<String> command = List.of(
                        kamailio,
                        "-f",
                        file.toString(),
                        "-DD",
                        "-E",
                        "-m",
                        "32",
                        "-M",
                        "4",
                        "-Y",
                        folder.toString(),
                        "-w",
                        folder.toString());
                Program program = Program.start(folder, Map.of(), computer == null ? command : computer.there(command));
                Kamailio started = new Kamailio(host, domain, port, port + 1, program);
                try {
                    started.awaitAnswer();
                    return started;
                } catch (AssertionError e) {
                    program.close();
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** It listens before it serves: only an answer proves it. */
    private void awaitAnswer() {
        SipPing ping = new SipPing(host, port);
        Await.until(START, () -> "Kamailio does not answer:\n" + program.output(), () -> {
            if (!program.isAlive()) {
                throw new AssertionError("Kamailio ended:\n" + program.output());
            }
            return ping.answered();
        });
    }
}
