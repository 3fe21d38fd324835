/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.directory.internal.Directories.await;
import static org.centralino.directory.internal.Directories.awaitState;
import static org.centralino.directory.internal.Directories.contact;
import static org.centralino.directory.internal.Directories.names;
import static org.centralino.directory.internal.Directories.settings;
import static org.centralino.directory.internal.Directories.status;
import static org.centralino.directory.internal.Directories.use;
import static org.centralino.directory.internal.Directories.useOne;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.Kind;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.SourceStatus.State;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When sources are read, and what becomes of what they give. */
class SourcesTest {

    @TempDir
    Path folder = Path.of("");

    private DirectoryComponent directory = Directories.in(Path.of(""));

    @AfterEach
    void stop() {
        Directories.stop(directory);
    }

    private void open() {
        directory.deactivate();
        directory = Directories.in(folder);
    }

    @Test
    void what_a_source_gives_can_be_found_once_it_is_ready() {
        directory = Directories.with(folder, List.of(contact("1", "Mario Rossi")));

        assertThat(names(directory, "mario")).containsExactly("Mario Rossi");
        assertThat(status(directory, "s").contacts()).isEqualTo(1);
        assertThat(status(directory, "s").asOf()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void the_last_copy_serves_after_a_restart_while_the_source_is_down() {
        directory = Directories.with(folder, List.of(contact("1", "Mario Rossi")));
        Instant asOf = status(directory, "s").asOf();
        open();
        useOne(directory, (settings, since, sink) -> {
            throw new SourceException("The server is down.", null);
        });
        directory.refresh("s");

        await(() -> status(directory, "s").failure() != null);
        assertThat(status(directory, "s").failure()).isEqualTo("The server is down.");
        assertThat(status(directory, "s").state()).isEqualTo(State.FAILED);
        assertThat(status(directory, "s").asOf()).isEqualTo(asOf);
        assertThat(names(directory, "mario")).containsExactly("Mario Rossi");
    }

    @Test
    void a_source_is_given_what_it_returned_the_last_time() {
        BlockingQueue<String> given = new LinkedBlockingQueue<>();
        DirectorySource source = (settings, since, sink) -> {
            given.add(String.valueOf(since));
            if (since == null) {
                sink.all(2);
                sink.put(contact("1", "Mario Rossi"), null);
                sink.put(contact("2", "Anna Bianchi"), null);
            } else {
                sink.put(contact("1", "Maria Rossi"), null);
                sink.remove("2");
            }
            return since == null ? "first" : "second";
        };
        open();
        useOne(directory, source);
        awaitState(directory, State.READY);
        assertThat(names(directory, "")).containsExactly("Anna Bianchi", "Mario Rossi");
        open();
        useOne(directory, source);
        awaitState(directory, State.READY);

        assertThat(given).containsExactly("null", "first");
        assertThat(names(directory, "")).containsExactly("Maria Rossi");
        directory.refresh("s");
        await(() -> given.size() == 3);
        assertThat(given).last().isEqualTo("second");
    }

    @Test
    void with_other_settings_everything_is_read_again() {
        BlockingQueue<String> given = new LinkedBlockingQueue<>();
        DirectorySource source = (settings, since, sink) -> {
            given.add(String.valueOf(since));
            sink.all(0);
            return "token";
        };
        open();
        useOne(directory, source);
        awaitState(directory, State.READY);
        use(directory, source, new SourceSettings("s", "test", Kind.INTERNAL, "S", Map.of("url", List.of("other"))));
        await(() -> given.size() == 2);
        awaitState(directory, State.READY);
        use(
                directory,
                source,
                new SourceSettings(
                        "s", "test", Kind.INTERNAL, "S", Map.of("url", List.of("other"), "password", List.of("new"))));
        await(() -> given.size() == 3);

        assertThat(given).containsExactly("null", "null", "token");
    }

    @Test
    void a_source_that_goes_on_with_the_same_settings_is_not_read_again() {
        AtomicInteger readings = new AtomicInteger();
        DirectorySource source = (settings, since, sink) -> {
            readings.incrementAndGet();
            sink.all(0);
            return null;
        };
        open();
        useOne(directory, source);
        awaitState(directory, State.READY);
        use(directory, source, settings("s", Kind.INTERNAL), settings("t", Kind.EXTERNAL));
        await(() -> status(directory, "t").state() == State.READY);

        assertThat(readings).hasValue(2);
        assertThat(directory.sources().stream().map(SourceStatus::id)).containsExactly("s", "t", "local");
    }

    @Test
    void contacts_of_a_source_that_is_gone_are_forgotten() {
        directory = Directories.with(folder, List.of(contact("1", "Mario Rossi")));
        directory.use("anna", "IT", List.of(), List.of());

        assertThat(names(directory, "")).isEmpty();
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());
        awaitState(directory, State.READY);
        assertThat(names(directory, "")).containsExactly("Mario Rossi");
    }

    @Test
    void a_type_that_nothing_reads_is_told_by_name_and_read_when_something_comes() {
        open();
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());
        awaitState(directory, State.FAILED);
        assertThat(status(directory, "s").failure()).contains("\"test\"");

        directory.addSource(
                Directories.giving(List.of(contact("1", "Mario Rossi"))), Map.of(DirectorySource.TYPE, "test"));
        awaitState(directory, State.READY);
        assertThat(names(directory, "")).containsExactly("Mario Rossi");
    }

    @Test
    void progress_is_told_at_most_ten_times_a_second() throws Exception {
        open();
        List<Long> told = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        directory.addListener(new DirectoryListener() {
            @Override
            public void sourceChanged(SourceStatus status) {
                told.add(System.nanoTime());
                if (status.state() == State.READY && status.contacts() == 3000) {
                    ready.countDown();
                }
            }
        });
        useOne(
                directory,
                Directories.giving(IntStream.range(0, 3000)
                        .mapToObj(i -> contact("k" + i, "Person " + i))
                        .toList()));

        assertThat(ready.await(20, TimeUnit.SECONDS)).isTrue();
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i) - told.get(i - 1)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(90));
        }
    }

    @Test
    void a_listener_that_blocks_or_throws_keeps_nobody_else_from_hearing() {
        open();
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        directory.addListener(new DirectoryListener() {
            @Override
            public void sourceChanged(SourceStatus status) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        directory.addListener(new DirectoryListener() {
            @Override
            public void sourceChanged(SourceStatus status) {
                throw new IllegalStateException("meant to fail");
            }

            @Override
            public void contactsChanged() {
                heard.complete(true);
            }
        });
        useOne(directory, Directories.giving(List.of(contact("1", "Mario Rossi"))));

        assertThat(Directories.get(heard)).isTrue();
    }

    @Test
    void every_user_has_a_directory_of_their_own() {
        directory = Directories.with(folder, List.of(contact("1", "Mario Rossi")));
        Directories.get(directory.save(Directories.own("", "Anna's Friend")));
        directory.use("bruno", "IT", List.of(), List.of());
        assertThat(names(directory, "")).isEmpty();

        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());
        assertThat(names(directory, "")).containsExactly("Anna's Friend", "Mario Rossi");
    }

    @Test
    void nothing_is_found_and_nobody_known_before_anybody_uses_it() {
        open();
        assertThat(names(directory, "a")).isEmpty();
        assertThat(directory.sources()).isEmpty();
        assertThat(Directories.get(directory.byNumber("200")))
                .map(Contact::name)
                .isEmpty();
        assertThat(directory.pin(new ContactId("s", "1"), 0)).failsWithin(Duration.ofSeconds(20));
    }
}
