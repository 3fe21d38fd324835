/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that checks what an S3-compatible one checks: the signature over what really arrived, and the digest of the body. */
class S3Test {

    private static final AwsSignature SIGNATURE = new AwsSignature("eu-south-1", "s3", "KEYID", "secret");

    @TempDir
    Path folder = Path.of("");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final HttpServer server = server();
    private volatile boolean forgets;

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (!isSigned(exchange, body)) {
            exchange.sendResponseHeaders(403, -1);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(path, forgets ? new byte[1] : body);
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.sendResponseHeaders(200, -1);
        } else {
            byte[] there = objects.getOrDefault(path, new byte[0]);
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(there.length));
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        SortedMap<String, String> headers = new TreeMap<>();
        for (String name : new String[] {"host", "x-amz-content-sha256", "x-amz-date"}) {
            headers.put(name, exchange.getRequestHeaders().getFirst(name));
        }
        String payload = sha(body);
        return payload.equals(headers.get("x-amz-content-sha256"))
                && SIGNATURE
                        .authorization(exchange.getRequestMethod(), exchange.getRequestURI(), headers, payload)
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String sha(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private S3 store() {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bucket/calls/");
        return new S3(uri, SIGNATURE, InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("recording"), new byte[100_000]);
    }

    @Test
    void what_is_sent_is_signed_and_arrives() throws Exception {
        store().put(file(), "20261123T100000Z-0123456789abcdef.opus", sha(new byte[100_000]));
        assertThat(objects).containsOnlyKeys("/bucket/calls/20261123T100000Z-0123456789abcdef.opus");
    }

    @Test
    void what_arrives_otherwise_is_not_confirmed() throws Exception {
        Path file = file();
        assertThatThrownBy(() -> store().put(file, "a.opus", sha(new byte[1]))).hasMessageContaining("403");
        forgets = true;
        assertThatThrownBy(() -> store().put(file, "a.opus", sha(new byte[100_000])))
                .hasMessageContaining("1 bytes where 100000 were sent");
    }

    @Test
    void nothing_goes_in_clear_to_another_computer() throws Exception {
        Path file = file();
        S3 far = new S3(URI.create("http://192.0.2.1/bucket/"), SIGNATURE, InstantSource.system());
        assertThatThrownBy(() -> far.put(file, "a.opus", sha(new byte[100_000])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("192.0.2.1");
    }
}
