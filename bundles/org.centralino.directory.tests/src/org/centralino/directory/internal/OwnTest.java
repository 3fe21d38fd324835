/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.directory.internal.Directories.await;
import static org.centralino.directory.internal.Directories.contact;
import static org.centralino.directory.internal.Directories.get;
import static org.centralino.directory.internal.Directories.names;
import static org.centralino.directory.internal.Directories.own;
import static org.centralino.directory.internal.Directories.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.SourceStatus.State;
import org.centralino.directory.source.DirectorySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTest {

    private static final List<Contact> PEOPLE = List.of(
            contact("1", "Mario Rossi", "+39 06 1234567"),
            contact("2", "Anna Bianchi", "201"),
            contact("3", "Carla Neri", "202"));

    @TempDir
    Path folder = Path.of("");

    private DirectoryComponent directory = Directories.in(Path.of(""));

    @AfterEach
    void stop() {
        Directories.stop(directory);
    }

    private void fill() {
        directory.deactivate();
        directory = Directories.with(folder, PEOPLE);
    }

    private void pin(String key, int place) {
        get(directory.pin(new ContactId("s", key), place));
    }

    private List<String> favourites() {
        return get(directory.favourites()).stream().map(Contact::name).toList();
    }

    @Test
    void favourites_keep_the_users_order() {
        fill();
        pin("1", 0);
        pin("2", 99);
        pin("3", 0);
        assertThat(favourites()).containsExactly("Carla Neri", "Mario Rossi", "Anna Bianchi");
        pin("3", 2);
        assertThat(favourites()).containsExactly("Mario Rossi", "Anna Bianchi", "Carla Neri");
        get(directory.unpin(new ContactId("s", "2")));
        get(directory.unpin(new ContactId("s", "never pinned")));
        assertThat(favourites()).containsExactly("Mario Rossi", "Carla Neri");
    }

    @Test
    void what_was_promised_is_there_after_the_power_went() {
        fill();
        pin("2", 0);
        Contact saved = get(directory.save(own("", "Rosa Mia", "0612345678")));
        // Nothing is closed: another directory finds what a killed process left.
        try (Opened other = new Opened(folder)) {
            assertThat(names(other.directory, "rosa")).startsWith("Rosa Mia");
            await(() -> get(other.directory.favourites()).size() == 1);
            assertThat(get(other.directory.contact(saved.id()))).contains(saved);
        }
    }

    private record Opened(DirectoryComponent directory) implements AutoCloseable {

        Opened(Path folder) {
            this(Directories.in(folder));
            directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());
        }

        @Override
        public void close() {
            directory.deactivate();
        }
    }

    @Test
    void own_contacts_are_added_changed_and_removed() {
        fill();
        Contact saved = get(directory.save(own("", "Rosa Mia", "06 1234 9999")));
        assertThat(saved.id().key()).isNotEmpty();
        assertThat(get(directory.byNumber("+390612349999"))).contains(saved);
        assertThat(names(directory, "rosa")).startsWith("Rosa Mia");

        get(directory.save(own(saved.id().key(), "Rosa Tua", "06 1234 9999")));
        assertThat(names(directory, "rosa mia")).doesNotContain("Rosa Mia");
        assertThat(names(directory, "tua")).containsExactly("Rosa Tua");

        get(directory.pin(saved.id(), 0));
        get(directory.delete(saved.id()));
        assertThat(names(directory, "rosa")).doesNotContain("Rosa Mia", "Rosa Tua");
        assertThat(favourites()).isEmpty();
        assertThat(get(directory.contact(saved.id()))).isEmpty();
    }

    @Test
    void contacts_of_sources_cannot_be_changed() {
        fill();
        assertThat(directory.save(PEOPLE.get(0))).failsWithin(Duration.ofSeconds(20));
        assertThat(directory.delete(PEOPLE.get(0).id())).failsWithin(Duration.ofSeconds(20));
        assertThat(directory.save(own("", " \u202e "))).failsWithin(Duration.ofSeconds(20));
        assertThat(names(directory, "mario")).containsExactly("Mario Rossi");
    }

    @Test
    void the_profile_pins_for_who_has_pinned_nobody() {
        directory.deactivate();
        directory = Directories.in(folder);
        List<String> profile = List.of("anna bianchi", "0039061234567", "Nobody Here");
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), profile);
        directory.addSource(Directories.giving(PEOPLE), Map.of(DirectorySource.TYPE, "test"));
        await(() -> favourites().size() == 2);
        assertThat(favourites()).containsExactly("Anna Bianchi", "Mario Rossi");

        get(directory.unpin(new ContactId("s", "2")));
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of("anna bianchi", "carla neri"));
        assertThat(favourites()).containsExactly("Mario Rossi");
    }

    @Test
    void a_damaged_copy_is_thrown_away_and_read_anew_and_what_is_the_users_own_stays() throws IOException {
        fill();
        pin("3", 0);
        get(directory.save(own("", "Rosa Mia")));
        directory.deactivate();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString()
                            .contains("index" + path.getFileSystem().getSeparator()))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        fill();

        assertThat(names(directory, "")).containsExactly("Carla Neri", "Anna Bianchi", "Mario Rossi", "Rosa Mia");
        assertThat(favourites()).containsExactly("Carla Neri");
    }

    @Test
    void a_copy_found_damaged_while_it_is_open_is_read_anew() throws IOException {
        fill();
        directory.deactivate();
        // The names of fields survive, so it can be opened; what is searched is broken.
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".cfs")
                            || path.toString().endsWith(".doc")
                            || path.toString().endsWith(".tim")
                            || path.toString().endsWith(".dvd"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = bytes.length / 4; i < bytes.length - 40; i++) {
                    bytes[i] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }
        directory = Directories.in(folder);
        directory.addSource(Directories.giving(PEOPLE), Map.of(DirectorySource.TYPE, "test"));
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());

        await(() -> {
            try {
                return names(directory, "mario").equals(List.of("Mario Rossi"));
            } catch (AssertionError e) {
                return false;
            }
        });
        await(() -> Directories.status(directory, "s").state() == State.READY);
    }

    @Test
    void a_damaged_file_of_favourites_is_put_aside() throws IOException {
        fill();
        pin("1", 0);
        directory.deactivate();
        Path file;
        try (Stream<Path> files = Files.walk(folder)) {
            file = files.filter(path -> path.endsWith("favourites.json"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(file, "{\"pinned\": [");
        fill();

        assertThat(favourites()).isEmpty();
        assertThat(file.resolveSibling("favourites.json.damaged")).exists();
        pin("2", 0);
        assertThat(favourites()).containsExactly("Anna Bianchi");
    }
}
