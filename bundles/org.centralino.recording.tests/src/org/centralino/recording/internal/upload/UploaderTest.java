/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundGraph;
import org.centralino.recording.Recording.Storage;
import org.centralino.recording.internal.Settings;
import org.centralino.recording.internal.file.Format;
import org.centralino.recording.internal.file.SoundWriter;
import org.centralino.recording.internal.store.Catalogue;
import org.centralino.recording.internal.store.FileNames;
import org.centralino.recording.internal.store.Keeping;
import org.centralino.recording.internal.store.Row;
import org.centralino.recording.internal.testing.Framework;
import org.centralino.recording.internal.testing.ManualGraph;
import org.centralino.recording.internal.testing.Nginx;
import org.centralino.secrets.Secrets;
import org.centralino.testbench.Await;
import org.centralino.testbench.FreePorts;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings on their way to a real nginx. */
class UploaderTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final long REST_MS = 50;
    private static final String PASSWORD = "store-secret";

    @TempDir
    Path folder = Path.of("");

    private final int port = FreePorts.one();
    private final String url = "http://127.0.0.1:" + port + "/recordings/";
    private Path files = Path.of("");
    private boolean deletes;

    @BeforeEach
    void makeFolder() throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
    }

    private @Nullable Catalogue catalogue;
    private @Nullable Uploader uploader;

    private Catalogue open() {
        Catalogue made = new Catalogue(
                folder.resolve("recordings.db"),
                Framework.opus(),
                new ManualGraph(),
                () -> new Keeping(files, false, 0, true, deletes),
                () -> {},
                InstantSource.system());
        catalogue = made;
        return made;
    }

    private void send(Catalogue from) {
        Uploader sends =
                new Uploader(from, () -> new Settings.Upload(url, Nginx.USER, "", deletes), OneSecret::new, REST_MS);
        uploader = sends;
        sends.start();
    }

    @AfterEach
    void close() {
        Uploader sends = uploader;
        if (sends != null) {
            sends.close();
        }
        Catalogue own = catalogue;
        if (own != null) {
            own.close();
        }
    }

    @Test
    void a_recording_arrives_as_it_is_here() throws Exception {
        Catalogue own = open();
        Row row = made(own);
        try (Nginx nginx = Nginx.start(folder.resolve("nginx"), port, PASSWORD)) {
            send(own);
            awaitStorage(own, Storage.BOTH);
            assertThat(nginx.file("recordings/" + row.name())).hasSameBinaryContentAs(files.resolve(row.name()));
        }
    }

    @Test
    void it_is_sent_when_the_store_comes_back_and_deleted_here_only_then() throws Exception {
        deletes = true;
        Catalogue own = open();
        Row row = made(own);
        send(own);
        // Nobody listens there yet.
        Await.until(SOON, () -> "it is not kept", () -> storage(own) == Storage.WAITING);
        assertThat(files.resolve(row.name())).exists();
        try (Nginx nginx = Nginx.start(folder.resolve("nginx"), port, PASSWORD)) {
            awaitStorage(own, Storage.STORE);
            Await.until(SOON, () -> "its file stays", () -> Files.notExists(files.resolve(row.name())));
            assertThat(nginx.file("recordings/" + row.name()))
                    .hasSize(row.recording().bytes());
        }
    }

    @Test
    void who_is_refused_keeps_it() throws Exception {
        deletes = true;
        Catalogue own = open();
        Row row = made(own);
        try (Nginx nginx = Nginx.start(folder.resolve("nginx"), port, "another")) {
            send(own);
            Await.until(SOON, () -> "nothing was refused", () -> nginx.log().contains(" 401 "));
            assertThat(storage(own)).isEqualTo(Storage.WAITING);
            assertThat(files.resolve(row.name())).exists();
        }
    }

    @Test
    void a_file_that_was_changed_is_not_sent_as_if_it_were_the_recording() throws Exception {
        Catalogue own = open();
        Row row = made(own);
        Files.writeString(files.resolve(row.name()), "changed");
        try (Nginx nginx = Nginx.start(folder.resolve("nginx"), port, PASSWORD)) {
            send(own);
            awaitStorage(own, Storage.DAMAGED);
            assertThat(nginx.file("recordings/" + row.name())).doesNotExist();
        }
    }

    private void awaitStorage(Catalogue own, Storage wanted) {
        Await.until(SOON, () -> "not " + wanted, () -> storage(own) == wanted);
    }

    private static Storage storage(Catalogue own) throws Exception {
        return own.latest(1).get(10, TimeUnit.SECONDS).getFirst().storage();
    }

    private Row made(Catalogue own) throws Exception {
        Path file = files.resolve(FileNames.at(Instant.now(), ".wav"));
        Row row = Row.begun(file, "sip:anna@example.com", "203", "Bruno", Instant.now(), Instant.now());
        try (SoundWriter writer = Format.WAV.write(file, Framework.opus(), List.of())) {
            for (int i = 0; i < 500; i++) {
                writer.add(new short[2 * SoundGraph.FRAME]);
            }
            writer.finish();
        }
        Row whole = row.grown(Duration.ofSeconds(5), Files.size(file));
        own.complete(whole).get(20, TimeUnit.SECONDS);
        return whole;
    }

    private static final class OneSecret implements Secrets {

        @Override
        public CompletableFuture<@Nullable String> get(String owner, String purpose) {
            return CompletableFuture.completedFuture(PASSWORD);
        }

        @Override
        public CompletableFuture<@Nullable Void> put(String owner, String purpose, String secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<@Nullable Void> remove(String owner, String purpose) {
            throw new UnsupportedOperationException();
        }
    }
}
