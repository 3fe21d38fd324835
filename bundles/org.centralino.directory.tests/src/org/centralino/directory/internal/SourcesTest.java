/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.directory.internal.Directories.await;
import static org.centralino.directory.internal.Directories.contact;
import static org.centralino.directory.internal.Directories.names;
import static org.centralino.directory.internal.Directories.settings;
import static org.centralino.directory.internal.Directories.status;

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
import org.centralino.directory.internal.load.SourceRunner;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private void use(DirectorySource source, SourceSettings... settings) {
        directory.addSource(source, Map.of(DirectorySource.TYPE, "test"));
        directory.use("anna", "IT", List.of(settings), List.of());
    }

    private void useOne(DirectorySource source) {
        use(source, settings("s", Kind.INTERNAL));
    }

    private void awaitState(State state) {
        await(() -> status(directory, "s").state() == state);
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
        useOne((settings, since, sink) -> {
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
        useOne(source);
        awaitState(State.READY);
        assertThat(names(directory, "")).containsExactly("Anna Bianchi", "Mario Rossi");
        open();
        useOne(source);
        awaitState(State.READY);

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
        useOne(source);
        awaitState(State.READY);
        use(source, new SourceSettings("s", "test", Kind.INTERNAL, "S", Map.of("url", List.of("other"))));
        await(() -> given.size() == 2);
        awaitState(State.READY);
        use(
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
        useOne(source);
        awaitState(State.READY);
        use(source, settings("s", Kind.INTERNAL), settings("t", Kind.EXTERNAL));
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
        awaitState(State.READY);
        assertThat(names(directory, "")).containsExactly("Mario Rossi");
    }

    @Test
    void a_cancelled_reading_leaves_what_was_there() throws Exception {
        directory = Directories.with(folder, List.of(contact("1", "Mario Rossi")));
        CountDownLatch half = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        directory.addSource(
                (settings, since, sink) -> {
                    sink.all(2);
                    sink.put(contact("2", "Half Way"), null);
                    half.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.complete(true);
                        throw e;
                    }
                    return null;
                },
                Map.of(DirectorySource.TYPE, "test"));
        directory.refresh("s");
        assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(status(directory, "s").state()).isEqualTo(State.LOADING);
        assertThat(status(directory, "s").expected()).isEqualTo(2);
        directory.cancel("s");

        assertThat(status(directory, "s").state()).isEqualTo(State.READY);
        assertThat(Directories.get(interrupted)).isTrue();
        assertThat(names(directory, "")).containsExactly("Mario Rossi");
        directory.addSource(
                Directories.giving(List.of(contact("3", "Later On"))), Map.of(DirectorySource.TYPE, "test"));
        directory.refresh("s");
        await(() -> names(directory, "").equals(List.of("Later On")));
    }

    @Test
    void a_source_that_throws_leaves_what_was_there_and_is_asked_again() {
        directory = Directories.with(folder, List.of(contact("1", "Mario Rossi")));
        AtomicInteger readings = new AtomicInteger();
        directory.addSource(
                (settings, since, sink) -> {
                    sink.all(1);
                    sink.put(contact("2", "Half Way"), null);
                    if (readings.incrementAndGet() < 3) {
                        throw new IllegalStateException("meant to fail");
                    }
                    return null;
                },
                Map.of(DirectorySource.TYPE, "test"));
        directory.refresh("s");

        await(() -> status(directory, "s").state() == State.FAILED);
        assertThat(names(directory, "")).containsAnyOf("Mario Rossi", "Half Way");
        await(() -> names(directory, "").equals(List.of("Half Way")));
        assertThat(readings).hasValue(3);
        assertThat(status(directory, "s").failure()).isNull();
    }

    @Test
    void a_source_that_fails_badly_harms_nobody_else() {
        open();
        directory.addSource(
                (settings, since, sink) -> {
                    throw new NoClassDefFoundError("meant/to/Fail");
                },
                Map.of(DirectorySource.TYPE, "bad"));
        use(
                Directories.giving(List.of(contact("1", "Mario Rossi"))),
                new SourceSettings("b", "bad", Kind.EXTERNAL, "B", Map.of()),
                settings("s", Kind.INTERNAL));

        awaitState(State.READY);
        await(() -> status(directory, "b").state() == State.FAILED);
        assertThat(status(directory, "b").failure()).contains("meant/to/Fail");
        assertThat(names(directory, "")).containsExactly("Mario Rossi");
    }

    @Test
    void a_source_that_ignores_being_asked_to_stop_is_left_alone() throws Exception {
        open();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Throwable> afterwards = new CompletableFuture<>();
        useOne((settings, since, sink) -> {
            sink.all(1);
            begun.countDown();
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    // As bad sources do.
                    continue;
                }
            }
            try {
                sink.put(contact("9", "Too Late"), null);
                afterwards.complete(new AssertionError("it was taken"));
            } catch (InterruptedException | RuntimeException e) {
                afterwards.complete(e);
            }
            return "late";
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        directory.cancel("s");
        directory.addSource(
                Directories.giving(List.of(contact("1", "Mario Rossi"))), Map.of(DirectorySource.TYPE, "test"));
        directory.refresh("s");

        await(() -> names(directory, "").equals(List.of("Mario Rossi")));
        end.countDown();
        assertThat(Directories.get(afterwards)).isInstanceOf(InterruptedException.class);
        assertThat(names(directory, "")).containsExactly("Mario Rossi");
        assertThat(status(directory, "s").state()).isEqualTo(State.READY);
    }

    @Test
    void a_source_that_says_nothing_any_more_has_failed() {
        directory.deactivate();
        directory = new DirectoryComponent(
                folder, new SourceRunner.Times(Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ofMillis(300)));
        useOne((settings, since, sink) -> {
            new CountDownLatch(1).await();
            return null;
        });

        awaitState(State.FAILED);
        assertThat(status(directory, "s").failure()).isNotBlank();
    }

    @Test
    void what_keeps_the_sink_can_put_nothing_with_it_later_or_elsewhere() {
        CompletableFuture<ContactSink> kept = new CompletableFuture<>();
        CompletableFuture<Throwable> elsewhere = new CompletableFuture<>();
        open();
        useOne((settings, since, sink) -> {
            kept.complete(sink);
            sink.all(1);
            Thread other = new Thread(() -> elsewhere.complete(failureOf(sink)));
            other.start();
            other.join();
            return null;
        });
        awaitState(State.READY);

        assertThat(Directories.get(elsewhere)).isInstanceOf(IllegalStateException.class);
        assertThat(failureOf(Directories.get(kept))).isInstanceOf(IllegalStateException.class);
        assertThat(names(directory, "")).isEmpty();
    }

    private static Throwable failureOf(ContactSink sink) {
        try {
            sink.put(contact("x", "Smuggled"), null);
            return new AssertionError("it was taken");
        } catch (InterruptedException | RuntimeException e) {
            return e;
        }
    }

    @Test
    void a_type_that_nothing_reads_is_told_by_name_and_read_when_something_comes() {
        open();
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());
        awaitState(State.FAILED);
        assertThat(status(directory, "s").failure()).contains("\"test\"");

        directory.addSource(
                Directories.giving(List.of(contact("1", "Mario Rossi"))), Map.of(DirectorySource.TYPE, "test"));
        awaitState(State.READY);
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
        useOne(Directories.giving(IntStream.range(0, 3000)
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
        useOne(Directories.giving(List.of(contact("1", "Mario Rossi"))));

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
