/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.eclipse.jdt.annotation.Nullable;

/** A CardDAV server on loopback with one user, {@link #USER}, whose address books tests fill. */
public final class Radicale implements AutoCloseable {

    public static final String USER = "anna";
    public static final String PASSWORD = "bench-secret";

    private static final Duration START = Duration.ofSeconds(20);
    private static final String PACKAGES = "radicale";

    private final Path folder;
    private final String url;
    private final int port;
    private final @Nullable SSLContext trusting;
    private final Program program;

    private Radicale(Path folder, String url, int port, @Nullable SSLContext trusting, Program program) {
        this.folder = folder;
        this.url = url;
        this.port = port;
        this.trusting = trusting;
        this.program = program;
    }

    /**
     * @param folder its own, new
     * @param certificate for {@code localhost}; null: it knows no encryption
     * @param trusting for the test's own requests; null where there is no encryption
     */
    public static Radicale start(
            Path folder, Certificates.@Nullable Issued certificate, @Nullable SSLContext trusting) {
        String radicale = Program.find("radicale", PACKAGES);
        int port = FreePorts.one();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
            Path config = Files.writeString(folder.resolve("config"), config(folder, port, certificate));
            Program program = Program.start(folder, Map.of(), List.of(radicale, "--config", config.toString()));
            String url = (certificate == null ? "http://127.0.0.1:" : "https://localhost:") + port + "/";
            Radicale server = new Radicale(folder, url, port, trusting, program);
            try {
                server.awaitAnswer();
                return server;
            } catch (AssertionError e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its root, which ends with a slash. */
    public String url() {
        return url;
    }

    /**
     * Makes an address book of the user with these cards, past the server: quicker than by {@link #put}.
     *
     * @param cards by their files' names
     */
    public void book(String name, Map<String, String> cards) {
        Path book = folder.resolve("storage/collection-root/" + USER + "/" + name);
        try {
            Files.createDirectories(book);
            for (Map.Entry<String, String> card : cards.entrySet()) {
                Files.writeString(book.resolve(card.getKey()), card.getValue());
            }
            Files.writeString(book.resolve(".Radicale.props"), "{\"tag\": \"VADDRESSBOOK\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void put(String book, String file, String card) {
        request("PUT", USER + "/" + book + "/" + file, card, "text/vcard");
    }

    public void delete(String book, String file) {
        request("DELETE", USER + "/" + book + "/" + file, "", "text/plain");
    }

    /** Forgets what it knows of changes, so that no sync-token is good any more. */
    public void forgetChanges(String book) {
        Path cache = folder.resolve("storage/collection-root/" + USER + "/" + book + "/.Radicale.cache/sync-token");
        try (var tokens = Files.list(cache)) {
            for (Path token : tokens.toList()) {
                Files.delete(token);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }

    private void request(String method, String path, String body, String type) {
        String user = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + user)
                .header("Content-Type", type)
                .timeout(START)
                .build();
        SSLContext context = trusting;
        HttpClient.Builder client = context == null
                ? HttpClient.newBuilder()
                : HttpClient.newBuilder().sslContext(context);
        // It hangs up after each answer without saying so.
        try (HttpClient http = client.version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + ": " + response.statusCode() + "\n" + response.body()
                        + "\n" + program.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void awaitAnswer() {
        Await.until(START, () -> "Radicale does not answer:\n" + program.output(), () -> {
            if (!program.isAlive()) {
                throw new AssertionError("Radicale ended:\n" + program.output());
            }
            try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static String config(Path folder, int port, Certificates.@Nullable Issued certificate) {
        List<String> lines = new ArrayList<>(List.of("[server]", "hosts = 127.0.0.1:" + port));
        if (certificate != null) {
            lines.addAll(List.of("ssl = True", "certificate = " + certificate.pem(), "key = " + certificate.key()));
        }
        lines.addAll(List.of(
                "[auth]",
                "type = htpasswd",
                "htpasswd_filename = " + folder.resolve("users"),
                "htpasswd_encryption = plain",
                "delay = 0",
                "[storage]",
                "filesystem_folder = " + folder.resolve("storage"),
                "[logging]",
                "level = warning",
                ""));
        return String.join("\n", lines);
    }
}
