/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.centralino.directory.Kind;
import org.centralino.directory.files.Sink;
import org.centralino.directory.files.internal.vcard.VCardSource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

    private static final String CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:%s\nTEL:1\nEND:VCARD\n";

    private final Path folder;

    private Sink sink = new Sink();

    private @Nullable String read(@Nullable String since, String key, String value) throws Exception {
        sink = new Sink();
        return new VCardSource().read(settings(key, value), since, sink);
    }

    private static SourceSettings settings(String key, String value) {
        return new SourceSettings("cards", "vcard", Kind.EXTERNAL, "Cards", Map.of(key, List.of(value)));
    }

    private Path write(String name, String... people) throws IOException {
        StringBuilder cards = new StringBuilder();
        for (String person : people) {
            cards.append(CARD.formatted(person));
        }
        return Files.writeString(folder.resolve(name), cards);
    }

    FilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFolderIsReadFileByFileAndOnlyItsCards() throws Exception {
        write("b.vcf", "Bruno");
        write("A.VCF", "Anna");
        write("notes.txt", "Nobody");
        Files.createDirectory(folder.resolve("c.vcf"));
        read(null, "path", folder.toString());
        assertThat(sink.names()).containsExactly("Anna", "Bruno");
        assertThat(sink.isAll()).isTrue();
    }

    @Test
    void whatDidNotChangeIsNotReadAgain() throws Exception {
        Path file = write("a.vcf", "Anna");
        String token = read(null, "path", file.toString());
        assertThat(read(token, "path", file.toString())).isEqualTo(token);
        assertThat(sink.isAll()).isFalse();

        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        String touched = read(token, "path", file.toString());
        assertThat(touched).isNotEqualTo(token);
        assertThat(sink.isAll()).isFalse();

        write("a.vcf", "Anna", "Bruno");
        read(touched, "path", file.toString());
        assertThat(sink.names()).containsExactly("Anna", "Bruno");
    }

    @Test
    void otherSettingsReadEverythingAgain() throws Exception {
        Path file = write("a.vcf", "Anna");
        String token = read(null, "path", file.toString());
        sink = new Sink();
        Map<String, List<String>> more =
                new HashMap<>(settings("path", file.toString()).values());
        more.put("other", List.of("x"));
        new VCardSource().read(new SourceSettings("cards", "vcard", Kind.EXTERNAL, "Cards", more), token, sink);
        assertThat(sink.names()).containsExactly("Anna");
    }

    @Test
    void whatCannotBeReadIsSaidInWords() throws Exception {
        String nowhere = folder.resolve("nowhere.vcf").toString();
        assertThatThrownBy(() -> read(null, "path", nowhere))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(nowhere);
        assertThatThrownBy(() -> read(null, "no", "path")).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> read(null, "path", "/dev/zero")).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> read(null, "path", "a\u0000b")).isInstanceOf(SourceException.class);
        Path page = Files.writeString(folder.resolve("page.vcf"), "<html>Sign in</html>");
        assertThatThrownBy(() -> read(null, "path", page.toString())).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> read(null, "url", "file:///etc/passwd")).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> read(null, "url", "http://user:secret@ bad"))
                .isInstanceOf(SourceException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void anAddressIsAskedOnlyForWhatIsNew() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/people.vcf", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("ETag", "\"one\"");
                if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    byte[] body = CARD.formatted("Anna").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            String token = read(null, "url", base + "/people.vcf");
            assertThat(sink.names()).containsExactly("Anna");
            assertThat(read(token, "url", base + "/people.vcf")).isEqualTo(token);
            assertThat(sink.isAll()).isFalse();
            assertThatThrownBy(() -> read(null, "url", base + "/other.vcf?key=secret"))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("404")
                    .hasMessageNotContaining("secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAddressThatNeverAnswersCanBeGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/people.vcf";
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread reader = Thread.ofPlatform().daemon().start(() -> {
                try {
                    new VCardSource().read(settings("url", url), null, new Sink());
                } catch (SourceException | InterruptedException e) {
                    end.complete(e);
                }
            });
            silent.setSoTimeout(5000);
            silent.accept().getInputStream().read();
            reader.interrupt();
            assertThat(end.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }
}
