/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundGraph;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.Recording.Storage;
import org.centralino.recording.internal.file.Format;
import org.centralino.recording.internal.file.SoundWriter;
import org.centralino.recording.internal.testing.Framework;
import org.centralino.recording.internal.testing.ManualGraph;
import org.centralino.testbench.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of recordings, with real files and a real database. */
class CatalogueTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Instant CALL = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private Path files = Path.of("");
    private Keeping keeping = new Keeping(Path.of(""), true, 0, false, false);
    private Catalogue catalogue = open();

    @BeforeEach
    void begin() throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
        keeping = new Keeping(files, true, 0, false, false);
        catalogue = open();
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private Catalogue open() {
        return new Catalogue(
                folder.resolve("recordings.db"),
                Framework.opus(),
                new ManualGraph(),
                () -> keeping,
                () -> {},
                InstantSource.system());
    }

    @Test
    void a_recording_is_found_by_its_call_and_by_its_number() throws Exception {
        Row row = made("203", CALL);
        made("205", CALL.plusSeconds(60));
        assertThat(get(catalogue.latest(10))).hasSize(2);
        assertThat(get(catalogue.ofCall(CALL))).extracting(Recording::number).containsExactly("203");
        assertThat(get(catalogue.with(List.of("205", "999"), 10)))
                .extracting(Recording::number)
                .containsExactly("205");
        Recording found = get(catalogue.ofCall(CALL)).getFirst();
        assertThat(found.length()).hasMillis(1_000);
        assertThat(found.marks()).containsExactly(new Mark(Duration.ofMillis(300), Mark.Kind.HELD));
        assertThat(found.complete()).isTrue();
        assertThat(found.storage()).isEqualTo(Storage.HERE);
        assertThat(catalogue.extension(found.id())).isEqualTo("wav");
        assertThat(row.name()).matches(FileNames::isName);
    }

    @Test
    void a_file_that_was_changed_is_named() throws Exception {
        made("1", CALL);
        Row changed = made("2", CALL);
        made("3", CALL);
        assertThat(get(catalogue.verify())).isEmpty();
        Path file = files.resolve(changed.name());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(get(catalogue.verify())).singleElement().asString().contains(changed.name(), "file was changed");
        assertThat(get(catalogue.latest(10)))
                .extracting(Recording::storage)
                .containsExactly(Storage.HERE, Storage.DAMAGED, Storage.HERE);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(get(catalogue.verify())).isEmpty();
        assertThat(get(catalogue.latest(10))).extracting(Recording::storage).containsOnly(Storage.HERE);
    }

    @Test
    void a_file_that_is_missing_is_named() throws Exception {
        Row missing = made("1", CALL);
        Files.delete(files.resolve(missing.name()));
        assertThat(get(catalogue.verify())).singleElement().asString().contains(missing.name());
        assertThat(get(catalogue.latest(10))).extracting(Recording::storage).containsExactly(Storage.DAMAGED);
    }

    @Test
    void a_row_that_was_changed_together_with_its_file_breaks_the_chain() throws Exception {
        made("1", CALL);
        Row changed = made("2", CALL);
        made("3", CALL);
        Path file = Files.writeString(files.resolve(changed.name()), "something else");
        edit("UPDATE recording SET sha = '" + Chain.hash(file) + "' WHERE name = '" + changed.name() + "'");
        assertThat(get(catalogue.verify())).singleElement().asString().contains(changed.name(), "chain");
    }

    @Test
    void who_a_recording_was_of_cannot_be_changed_unnoticed() throws Exception {
        Row changed = made("1", CALL);
        edit("UPDATE recording SET number = '666'");
        assertThat(get(catalogue.verify())).singleElement().asString().contains(changed.name(), "row was changed");
    }

    @Test
    void a_row_that_is_gone_is_told() throws Exception {
        made("1", CALL);
        Row gone = made("2", CALL);
        made("3", CALL);
        edit("DELETE FROM recording WHERE name = '" + gone.name() + "'");
        assertThat(get(catalogue.verify())).singleElement().asString().contains("between links 1 and 3");
    }

    private void edit(String sql) throws Exception {
        catalogue.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("recordings.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
        catalogue = open();
    }

    @Test
    void one_that_is_deleted_leaves_the_chain_whole() throws Exception {
        Row row = made("203", CALL);
        made("205", CALL);
        get(catalogue.delete(idOf("203")));
        assertThat(get(catalogue.latest(10))).extracting(Recording::number).containsExactly("205");
        assertThat(files.resolve(row.name())).doesNotExist();
        assertThat(get(catalogue.verify())).isEmpty();
    }

    @Test
    void users_delete_only_where_they_may() throws Exception {
        made("203", CALL);
        keeping = new Keeping(files, false, 0, false, false);
        assertThat(catalogue.canDelete()).isFalse();
        long id = idOf("203");
        assertThatThrownBy(() -> get(catalogue.delete(id))).hasCauseInstanceOf(IOException.class);
        assertThat(get(catalogue.latest(10))).hasSize(1);
    }

    @Test
    void what_is_older_than_it_is_to_be_kept_goes_but_never_before_the_store_has_it() throws Exception {
        Row old = made("1", CALL, Instant.now().minus(Duration.ofDays(31)));
        made("2", CALL, Instant.now().minus(Duration.ofDays(29)));
        keeping = new Keeping(files, false, 30, true, false);
        Row waiting = made("3", CALL, Instant.now().minus(Duration.ofDays(31)));
        catalogue.expire();
        Await.until(SOON, () -> "nothing went", () -> get(catalogue.latest(10)).size() == 2);
        Await.until(SOON, () -> "its file stays", () -> Files.notExists(files.resolve(old.name())));
        assertThat(files.resolve(waiting.name())).exists();
        Row next = get(catalogue.waiting());
        assertThat(next).isNotNull();
        if (next != null) {
            get(catalogue.confirmed(next));
        }
        assertThat(storageOf("3")).isEqualTo(Storage.BOTH);
        catalogue.expire();
        Await.until(SOON, () -> "it stays", () -> storageOf("3") == Storage.STORE);
        Await.until(SOON, () -> "its file stays", () -> Files.notExists(files.resolve(waiting.name())));
        assertThat(get(catalogue.verify())).isEmpty();
        assertThatThrownBy(() -> get(catalogue.play(idOf("3")))).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_copy_appears_whole_or_not_at_all() throws Exception {
        Row row = made("203", CALL);
        Path copy = folder.resolve("copy.wav");
        get(catalogue.export(idOf("203"), copy));
        assertThat(copy).hasSameBinaryContentAs(files.resolve(row.name()));
        Files.writeString(files.resolve(row.name()), "changed");
        Path second = folder.resolve("second.wav");
        long id = idOf("203");
        assertThatThrownBy(() -> get(catalogue.export(id, second))).hasCauseInstanceOf(IOException.class);
        try (var left = Files.list(folder)) {
            assertThat(left)
                    .noneMatch(file -> file.toString().endsWith(".part"))
                    .doesNotContain(second);
        }
    }

    @Test
    void the_waveform_shows_how_loud_each_side_is() throws Exception {
        made("203", CALL);
        float[] wave = get(catalogue.waveform(idOf("203"), 10));
        assertThat(wave).hasSize(20);
        for (int i = 0; i < 10; i++) {
            assertThat(wave[i]).isBetween(0.2f, 0.3f);
            assertThat(wave[10 + i]).isZero();
        }
    }

    @Test
    void one_that_was_left_open_is_completed_in_the_next_life() throws Exception {
        Row row = Row.begun(file(), "sip:anna@example.com", "203", "Bruno", CALL, Instant.now());
        write(row);
        catalogue.save(row);
        get(catalogue.latest(1));
        catalogue.close();
        catalogue = open();
        catalogue.takeUp();
        Await.until(
                SOON,
                () -> "it stays open",
                () -> get(catalogue.latest(1)).getFirst().complete());
        assertThat(get(catalogue.latest(1)).getFirst().length()).hasMillis(1_000);
        assertThat(get(catalogue.verify())).isEmpty();
    }

    @Test
    void a_file_without_a_row_is_listed_again() throws Exception {
        Path file = files.resolve(FileNames.at(CALL, ".opus"));
        List<String> comments = Orphans.comments("sip:anna@example.com", "203", "Bruno", CALL, CALL.plusSeconds(5));
        try (SoundWriter writer = Format.OPUS.write(file, Framework.opus(), comments)) {
            add(writer, 100);
            writer.finish();
        }
        catalogue.takeUp();
        Await.until(
                SOON,
                () -> "it is not listed",
                () -> !get(catalogue.latest(1)).isEmpty()
                        && get(catalogue.latest(1)).getFirst().complete());
        Recording found = get(catalogue.latest(1)).getFirst();
        assertThat(found.number()).isEqualTo("203");
        assertThat(found.call()).isEqualTo(CALL);
        assertThat(found.start()).isEqualTo(CALL.plusSeconds(5));
        assertThat(found.length()).hasMillis(1_000);
    }

    @Test
    void a_file_that_should_be_gone_goes() throws Exception {
        Row row = made("203", CALL);
        Path file = files.resolve(row.name());
        byte[] bytes = Files.readAllBytes(file);
        get(catalogue.delete(idOf("203")));
        Files.write(file, bytes);
        catalogue.takeUp();
        Await.until(SOON, () -> "it stays", () -> Files.notExists(file));
    }

    @Test
    void nothing_outside_of_the_folder_is_ever_opened() throws Exception {
        Row row = made("203", CALL);
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path file = files.resolve(row.name());
        Files.delete(file);
        Files.createSymbolicLink(file, secret);
        long id = idOf("203");
        assertThatThrownBy(() -> get(catalogue.export(id, folder.resolve("out"))))
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> FileNames.existing(files, "../secret")).isInstanceOf(IOException.class);
    }

    private Storage storageOf(String number) throws Exception {
        return get(catalogue.with(List.of(number), 1)).getFirst().storage();
    }

    private long idOf(String number) throws Exception {
        return get(catalogue.with(List.of(number), 1)).getFirst().id();
    }

    private Row made(String number, Instant call) throws Exception {
        return made(number, call, Instant.now());
    }

    private Row made(String number, Instant call, Instant start) throws Exception {
        Row row = Row.begun(file(), "sip:anna@example.com", number, "Bruno", call, start);
        write(row);
        catalogue.save(row);
        Row marked = row.marked(new Mark(Duration.ofMillis(300), Mark.Kind.HELD))
                .grown(Duration.ofSeconds(1), Files.size(files.resolve(row.name())));
        get(catalogue.complete(marked));
        return marked;
    }

    private Path file() {
        return files.resolve(FileNames.at(Instant.now(), ".wav"));
    }

    private void write(Row row) throws IOException {
        try (SoundWriter writer = Format.WAV.write(files.resolve(row.name()), Framework.opus(), new ArrayList<>())) {
            add(writer, 100);
            writer.finish();
        }
    }

    /** Of us alone is something heard. */
    private static void add(SoundWriter writer, int frames) throws IOException {
        short[] both = new short[2 * SoundGraph.FRAME];
        for (int i = 0; i < both.length / 2; i++) {
            both[i] = (short) (8_000 * Math.sin(i * Math.PI / 24));
        }
        for (int i = 0; i < frames; i++) {
            writer.add(both);
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
