/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileWatchTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final BlockingQueue<Map<String, String>> told = new LinkedBlockingQueue<>();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void often() {
        System.setProperty(ProfileWatch.EVERY, "10");
    }

    @AfterEach
    void asUsual() {
        System.clearProperty(ProfileWatch.EVERY);
    }

    private static String profile(String features) {
        return "{\"version\":1,\"accounts\":[{\"address\":\"sip:a@b.test\",\"registrar\":\"sip:b.test\"}],\"features\":"
                + features + "}";
    }

    private ProfileWatch watch(ProfileDocument document) {
        ProfileWatch watch = new ProfileWatch(
                document, changed -> told.add(changed.features().grants()));
        watch.start();
        return watch;
    }

    private Map<String, String> news() throws InterruptedException {
        return Objects.requireNonNull(told.poll(DEADLINE.toMillis(), TimeUnit.MILLISECONDS), "nothing was told");
    }

    @Test
    void aFileThatChangesIsToldOnceAndABrokenOneNever() throws Exception {
        Path file = Files.writeString(folder.resolve("anna.json"), profile("{\"conference\":true}"));
        ProfileDocument document = new ProfileDocument(file.toString());
        assertThat(document.load().features().grants()).containsKey("centralino.conference");
        try (ProfileWatch watch = watch(document)) {
            assertThat(watch).isNotNull();
            replace(file, "{\"version\":1,");
            replace(file, profile("{\"conference\":7}"));
            replace(file, profile("{}"));
            assertThat(news()).isEmpty();

            Files.delete(file);
            replace(file, profile("{\"video\":true}"));
            assertThat(news()).containsOnlyKeys("centralino.video");
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aFileIsReadAgainOnlyWhereItsTimeOrSizeSaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("anna.json"), profile("{\"conference\":true }"));
        FileTime time = FileTime.from(Instant.parse("2026-01-01T10:00:00Z"));
        Files.setLastModifiedTime(file, time);
        ProfileDocument document = new ProfileDocument(file.toString());
        document.load();

        Files.writeString(file, profile("{\"conference\":false}"));
        Files.setLastModifiedTime(file, time);
        assertThat(document.changed()).isNull();

        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T10:00:01Z")));
        assertThat(document.changed()).isNotNull();
        assertThat(document.changed()).isNull();
    }

    @Test
    void aBrokenDocumentIsNamedOnceForEachTimeItChanges() throws Exception {
        Path file = Files.writeString(folder.resolve("anna.json"), profile("{}"));
        ProfileDocument document = new ProfileDocument(file.toString());
        document.load();

        replace(file, profile("{\"recording\":\"loud\"}"));
        assertThatThrownBy(document::changed)
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("features.recording");
        assertThat(document.changed()).isNull();

        replace(file, profile("{}"));
        assertThat(document.changed()).isNotNull();
    }

    @Test
    void anAddressIsAskedWhetherItsDocumentIsStillTheSame() throws Exception {
        try (Server server = new Server()) {
            server.document = profile("{\"recording\":\"automatic\"}");
            ProfileDocument document = new ProfileDocument(server.address());
            document.load();
            try (ProfileWatch watch = watch(document)) {
                assertThat(watch).isNotNull();
                server.awaitUnchanged();
                server.document = "nothing that could be used";
                server.awaitUnchanged();
                server.status = 503;
                server.awaitRequests();
                server.status = 200;
                server.document = profile("{\"recording\":\"off\"}");

                assertThat(news()).containsOnly(Map.entry("centralino.recording", "off"));
                server.awaitUnchanged();
                assertThat(told).isEmpty();
            }
        }
    }

    /** Written beside and renamed, with a time of its own: half a document is another test. */
    private void replace(Path file, String text) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Serves one document with an ETag. */
    private static final class Server implements AutoCloseable {

        private final HttpServer http;
        private final AtomicInteger unchanged = new AtomicInteger();
        private final AtomicInteger requests = new AtomicInteger();
        private volatile String document = "";
        private volatile int status = 200;

        Server() throws IOException {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", this::answer);
            http.start();
        }

        String address() {
            return "http://127.0.0.1:" + http.getAddress().getPort() + "/anna.json";
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                byte[] body = document.getBytes(StandardCharsets.UTF_8);
                String tag = "\"" + document.hashCode() + "\"";
                exchange.getResponseHeaders().set("ETag", tag);
                boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                if (same && status == 200) {
                    unchanged.incrementAndGet();
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                }
            } finally {
                requests.incrementAndGet();
            }
        }

        void awaitUnchanged() {
            await(unchanged);
        }

        void awaitRequests() {
            await(requests);
        }

        private static void await(AtomicInteger counted) {
            int until = counted.get() + 2;
            long end = System.nanoTime() + DEADLINE.toNanos();
            while (counted.get() < until) {
                assertThat(System.nanoTime()).as("the deadline").isLessThan(end);
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
