/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.secrets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretsTest {

    private static final String ANNA = "sip:anna@example.test";
    private static final String SECRET = "caffè & corretto/42";

    private final Path folder;
    private final Path store;
    private final Path key;
    private final KeptSecrets secrets;

    KeptSecretsTest(@TempDir Path folder) {
        this.folder = folder;
        store = folder.resolve("data/secrets/secure_storage");
        key = folder.resolve("configuration/secrets/key");
        secrets = at(store, key);
    }

    private static KeptSecrets at(Path store, Path key) {
        return new KeptSecrets(
                () -> new Vault(store.toUri().toURL(), new KeyFile(key.toUri().toURL())), 10_000);
    }

    /** Equinox keeps what it opened once: only another file is read again. */
    private KeptSecrets restarted() throws IOException {
        Path again = folder.resolve("restarted/secrets/secure_storage");
        Files.createDirectories(Objects.requireNonNull(again.getParent()));
        Files.copy(store, again, StandardCopyOption.REPLACE_EXISTING);
        return at(again, key);
    }

    private static void keep(KeptSecrets in, String secret) throws Exception {
        in.put(ANNA, "sip", secret).get(10, TimeUnit.SECONDS);
    }

    private static Object kept(KeptSecrets in) throws Exception {
        return String.valueOf(in.get(ANNA, "sip").get(10, TimeUnit.SECONDS));
    }

    @Test
    void what_was_kept_is_there_after_a_restart() throws Exception {
        keep(secrets, SECRET);

        assertThat(kept(secrets)).isEqualTo(SECRET);
        assertThat(kept(restarted())).isEqualTo(SECRET);
    }

    @Test
    void another_owner_or_purpose_has_none() throws Exception {
        keep(secrets, SECRET);

        assertThat(secrets.get("sip:bruno@example.test", "sip").get()).isNull();
        assertThat(secrets.get(ANNA, "ldap").get()).isNull();
    }

    @Test
    void what_was_removed_is_gone_from_the_disk_too() throws Exception {
        keep(secrets, SECRET);

        secrets.remove(ANNA, "sip").get();

        assertThat(secrets.get(ANNA, "sip").get()).isNull();
        assertThat(restarted().get(ANNA, "sip").get()).isNull();
    }

    @Test
    void no_file_has_the_secret_in_any_spelling() throws Exception {
        keep(secrets, SECRET);

        byte[] plain = SECRET.getBytes(StandardCharsets.UTF_8);
        List<String> spellings = List.of(
                SECRET,
                new String(plain, StandardCharsets.ISO_8859_1),
                Base64.getEncoder().encodeToString(plain));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).containsExactlyInAnyOrder(store, key);
            for (Path file : all) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(spellings).noneMatch(text::contains);
            }
        }
    }

    @Test
    void only_the_owner_may_read_the_key_and_the_folders() throws Exception {
        keep(secrets, SECRET);

        assertThat(permissions(key)).isEqualTo("rw-------");
        assertThat(permissions(Objects.requireNonNull(key.getParent()))).isEqualTo("rwx------");
        assertThat(permissions(Objects.requireNonNull(store.getParent()))).isEqualTo("rwx------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void with_another_key_it_says_that_it_cannot_be_read_and_what_is_kept_then_can() throws Exception {
        keep(secrets, SECRET);
        Files.delete(key);
        KeptSecrets later = restarted();

        assertThatThrownBy(() -> kept(later))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining(SECRET);
        keep(later, "another");
        assertThat(kept(later)).isEqualTo("another");
    }

    @Test
    void a_damaged_store_is_set_aside_and_a_new_one_begins() throws Exception {
        Files.createDirectories(Objects.requireNonNull(store.getParent()));
        Files.writeString(store, "/accounts/x=\\u00zz\n");

        assertThat(secrets.get(ANNA, "sip").get()).isNull();
        keep(secrets, SECRET);

        assertThat(kept(restarted())).isEqualTo(SECRET);
        assertThat(store.resolveSibling("secure_storage.damaged")).exists();
    }

    @Test
    void a_key_of_nothing_is_told_and_not_used() throws Exception {
        Files.createDirectories(Objects.requireNonNull(key.getParent()));
        Files.writeString(key, "");

        assertThatThrownBy(() -> keep(secrets, SECRET)).hasMessageContaining("damaged");
        assertThat(store).doesNotExist();
    }

    @Test
    void a_place_where_nothing_can_be_kept_is_told() throws Exception {
        Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> keep(at(folder.resolve("file/secrets/store"), key), SECRET))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_store_that_hangs_is_given_up() {
        KeptSecrets hanging = new KeptSecrets(
                () -> {
                    new CountDownLatch(1).await();
                    throw new IOException("never");
                },
                100);

        assertThatThrownBy(() -> hanging.get(ANNA, "sip").get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("does not answer");
    }
}
