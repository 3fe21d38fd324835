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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.directory.Kind;
import org.centralino.directory.SourceStatus.State;
import org.centralino.directory.internal.load.SourceRunner;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that fail, hang, are cancelled, or do what they are not supposed to. */
class UnreliableSourcesTest {

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
                directory,
                Directories.giving(List.of(contact("1", "Mario Rossi"))),
                new SourceSettings("b", "bad", Kind.EXTERNAL, "B", Map.of()),
                settings("s", Kind.INTERNAL));

        awaitState(directory, State.READY);
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
        useOne(directory, (settings, since, sink) -> {
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
        useOne(directory, (settings, since, sink) -> {
            new CountDownLatch(1).await();
            return null;
        });

        awaitState(directory, State.FAILED);
        assertThat(status(directory, "s").failure()).isNotBlank();
    }

    @Test
    void what_keeps_the_sink_can_put_nothing_with_it_later_or_elsewhere() {
        CompletableFuture<ContactSink> kept = new CompletableFuture<>();
        CompletableFuture<Throwable> elsewhere = new CompletableFuture<>();
        open();
        useOne(directory, (settings, since, sink) -> {
            kept.complete(sink);
            sink.all(1);
            Thread other = new Thread(() -> elsewhere.complete(failureOf(sink)));
            other.start();
            other.join();
            return null;
        });
        awaitState(directory, State.READY);

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
}
