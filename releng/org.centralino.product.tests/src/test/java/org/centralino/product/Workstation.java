/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centralino.testbench.Desk;

/** The product on a virtual desk of its own, with an exchange of its own where it has no profile. */
final class Workstation implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(15);
    static final String BOX = "Search contacts and dialpad";

    static final Duration START = Duration.ofSeconds(60);

    final Desk desk;
    final Path folder;
    private final int port;
    private final List<String> command;
    private final Map<String, String> environment;
    private long program;

    private Workstation(Desk desk, Path folder, int port, List<String> command, Map<String, String> environment) {
        this.desk = desk;
        this.folder = folder;
        this.port = port;
        this.command = command;
        this.environment = environment;
        program = desk.start(command, environment);
    }

    /** Opens it and waits until it is registered and knows the exchange's people. */
    static Workstation registered(String name, String... arguments) {
        Workstation workstation = open(name, Map.of(), arguments);
        workstation.desk.awaitText("^Registered as ", START);
        workstation.desk.awaitText("^Directory: [0-9,]+ people", START);
        return workstation;
    }

    /** Opens it with something else in its environment and waits for its window. */
    static Workstation open(String name, Map<String, String> environment, String... arguments) {
        Path root = Path.of(System.getProperty("root", "../.."));
        try {
            Path folder = Files.createDirectories(Path.of("target", "desks"));
            folder = Files.createTempDirectory(folder, name + "-").toAbsolutePath();
            Desk desk = Desk.open(folder);
            List<String> command =
                    new ArrayList<>(List.of(root.resolve("releng/run").toString()));
            command.addAll(List.of(arguments));
            Map<String, String> all = new HashMap<>(environment);
            all.put("CENTRALINO_DATA", folder.resolve("home").toString());
            int port = freePort();
            // Steady tones stand for voices here: noise to a suppressor, and echo where the far side sends them back.
            all.merge(
                    "JAVA_TOOL_OPTIONS",
                    "-Dcentralino.enhancement=none -Dcentralino.practice.port=" + port,
                    (given, ours) -> given + " " + ours);
            return new Workstation(desk, folder, port, command, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes it as a logout does, and opens it again with the same data. */
    void restart() {
        quit();
        program = desk.start(command, environment);
    }

    /** Closes it; the desk stays. */
    void quit() {
        desk.close(program);
    }

    /** Gives a user of its exchange these features in place of those in the profile. */
    void grant(String user, String features) {
        URI uri = URI.create("http://127.0.0.1:" + (port + 1) + "/profiles/" + user + "/features");
        HttpRequest put = HttpRequest.newBuilder(uri)
                .PUT(HttpRequest.BodyPublishers.ofString(features))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("HTTP " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void dial(String text) {
        desk.key("Escape");
        desk.focus(BOX);
        desk.key("ctrl+a");
        desk.type(BOX, text + "\n");
    }

    void hangUp() {
        desk.press("Hang up");
        idle();
    }

    /** Waits until no call is left on the strip. */
    void idle() {
        desk.awaitGone("Hang up", SOON);
    }

    void inCall() {
        desk.awaitText("^In call$", SOON);
    }

    void picture(String name) {
        desk.picture(folder.resolve(name + ".png"));
    }

    @Override
    public void close() {
        desk.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort() & ~1;
        }
    }
}
