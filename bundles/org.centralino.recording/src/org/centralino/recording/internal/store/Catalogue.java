/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.centralino.media.OpusService;
import org.centralino.media.SoundGraph;
import org.centralino.recording.Playback;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Storage;
import org.centralino.recording.RecordingCatalogue;
import org.centralino.recording.internal.Messages;
import org.centralino.recording.internal.file.Format;
import org.centralino.recording.internal.file.Peaks;
import org.centralino.recording.internal.file.SoundReader;
import org.centralino.recording.internal.play.Player;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings of this user: rows by one thread, files by another, so that no reading of a long file holds up the writing of
 * a row. What cannot be written to the database is kept in mind and tried again.
 */
public final class Catalogue implements RecordingCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final long RETRY_S = 10;
    private static final long CLOSING_MS = 2_000;
    private static final int MOST_COLUMNS = 10_000;

    private final OpusService opus;
    private final SoundGraph graph;
    private final Supplier<Keeping> keeping;
    private final Runnable changed;
    private final InstantSource clock;
    private final Database database;
    private final RecordingStore store;
    private final ScheduledThreadPoolExecutor rows = thread("recordings' rows");
    private final ScheduledThreadPoolExecutor files = thread("recordings' files");
    /** Of those that were told of. */
    private final Map<Long, String> extensions = new ConcurrentHashMap<>();
    /** Files begun in this life, which are nobody's orphans. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    private final Map<String, Unsaved> unsaved = new LinkedHashMap<>();
    private boolean failing;
    private @Nullable Player playing;

    /** What is to be written; complete where the file's digest is known. */
    private record Unsaved(Row row, @Nullable String sha, byte[] peaks) {}

    /**
     * @param file of the database
     * @param keeping what is done with recordings, asked each time
     * @param changed told after each change
     */
    public Catalogue(
            Path file,
            OpusService opus,
            SoundGraph graph,
            Supplier<Keeping> keeping,
            Runnable changed,
            InstantSource clock) {
        this.opus = opus;
        this.graph = graph;
        this.keeping = keeping;
        this.changed = changed;
        this.clock = clock;
        database = new Database(file);
        store = new RecordingStore(database);
    }

    private static ScheduledThreadPoolExecutor thread(String name) {
        ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        made.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return made;
    }

    /** Takes up what another life left, and does from time to time what is to be done without anybody asking. */
    public void start(Duration afterwards, Duration every) {
        CompletableFuture<Void> taken = takeUp();
        files.scheduleWithFixedDelay(
                () -> {
                    if (taken.isDone()) {
                        expire();
                        verify();
                    }
                },
                afterwards.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Completes what a workstation that was killed left open, adopts files without a row, deletes files that should be gone. */
    CompletableFuture<Void> takeUp() {
        return ask(rows, () -> {
                    List<Row> open = store.open();
                    ask(files, () -> {
                        for (Row row : open) {
                            recover(row);
                        }
                        sweep();
                        return true;
                    });
                    return true;
                })
                .thenAccept(done -> {});
    }

    private void recover(Row row) {
        complete(measured(row));
    }

    /** With the length that its file has. */
    private Row measured(Row row) {
        try {
            Path file = FileNames.existing(row.folder(), row.name());
            try (SoundReader reader = Format.read(file, opus)) {
                return row.grown(Duration.ofMillis(reader.length() * 1000 / SoundGraph.RATE), Files.size(file));
            }
        } catch (IOException e) {
            LOG.error("A recording that was not ended cannot be read: {}", row.name(), e);
            return row;
        }
    }

    private void sweep() throws IOException {
        Path folder = keeping.get().folder();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var listed = Files.list(folder)) {
            for (Path file : listed.toList()) {
                String name = String.valueOf(file.getFileName());
                if (FileNames.isName(name) && !begun.contains(name)) {
                    ask(rows, () -> sweep(file, name));
                }
            }
        }
    }

    private boolean sweep(Path file, String name) throws SQLException {
        boolean known = store.knows(name) || unsaved.containsKey(name);
        boolean kept = store.keeps(name) || unsaved.containsKey(name);
        if (!known) {
            ask(files, () -> {
                Row orphan = Orphans.row(file);
                LOG.warn("A recording without an entry was found and is listed again: {}", name);
                recover(orphan);
                return true;
            });
        } else if (!kept) {
            ask(files, () -> Files.deleteIfExists(file));
        }
        return known;
    }

    /** A file of this name is about to be begun. */
    public void expect(String name) {
        begun.add(name);
    }

    /** Keeps what is known of a recording that goes on. */
    public void save(Row row) {
        ask(rows, () -> {
            unsaved.put(row.name(), new Unsaved(row, null, new byte[0]));
            return flush();
        });
    }

    /** Nothing is written to its file any more. */
    public CompletableFuture<Void> complete(Row row) {
        return ask(files, () -> {
                    Storage storage = keeping.get().uploads() ? Storage.WAITING : Storage.HERE;
                    Row complete = row.completed(
                            row.recording().length(), row.recording().bytes(), storage);
                    Unsaved done = new Unsaved(complete, digest(complete), peaks(complete));
                    return ask(rows, () -> {
                        unsaved.put(row.name(), done);
                        return flush();
                    });
                })
                .thenCompose(saved -> saved)
                .thenAccept(saved -> {});
    }

    private static String digest(Row row) {
        try {
            return Chain.hash(FileNames.existing(row.folder(), row.name()));
        } catch (IOException e) {
            LOG.error("A recording is lost: {}", row.name(), e);
            return "";
        }
    }

    private byte[] peaks(Row row) {
        try (SoundReader reader = Format.read(FileNames.existing(row.folder(), row.name()), opus)) {
            return Peaks.of(reader);
        } catch (IOException | RuntimeException e) {
            LOG.warn("There is no waveform of {}: {}", row.name(), e.toString());
            return new byte[0];
        }
    }

    /** Writes what is left to be written. */
    private boolean flush() {
        try {
            for (Unsaved each : List.copyOf(unsaved.values())) {
                write(each);
                unsaved.remove(each.row().name());
            }
            failing = false;
        } catch (SQLException e) {
            if (!failing) {
                LOG.error("The catalogue of recordings cannot be written; it is tried again", e);
            }
            failing = true;
            rows.schedule(this::flush, RETRY_S, TimeUnit.SECONDS);
        }
        changed.run();
        return !failing;
    }

    private void write(Unsaved each) throws SQLException {
        String sha = each.sha();
        if (sha == null) {
            store.save(each.row());
            return;
        }
        String link = store.complete(each.row(), sha);
        if (link != null) {
            // The log is another place than the database: who rewrites the chain would have to rewrite that too.
            LOG.info(
                    "Recording {} is complete; SHA-256 {}, chain {}", each.row().name(), sha, link);
        }
        for (Row row : store.named(each.row().name())) {
            store.setPeaks(row.recording().id(), each.peaks());
        }
    }

    @Override
    public CompletableFuture<List<Recording>> latest(int limit) {
        return told(() -> store.latest(limit));
    }

    @Override
    public CompletableFuture<List<Recording>> ofCall(Instant call) {
        return told(() -> store.ofCall(call));
    }

    @Override
    public CompletableFuture<List<Recording>> with(List<String> numbers, int limit) {
        List<String> asked = List.copyOf(numbers);
        return told(() -> store.with(asked, limit));
    }

    private CompletableFuture<List<Recording>> told(Callable<List<Row>> query) {
        return ask(rows, () -> {
            List<Row> found = query.call();
            found.forEach(row -> extensions.put(
                    row.recording().id(), row.name().substring(row.name().lastIndexOf('.') + 1)));
            return found.stream().map(Row::told).toList();
        });
    }

    @Override
    public String extension(long id) {
        return extensions.getOrDefault(id, "opus");
    }

    @Override
    public CompletableFuture<float[]> waveform(long id, int columns) {
        int wanted = Math.clamp(columns, 1, MOST_COLUMNS);
        return ask(rows, () -> {
                    byte[] kept = store.peaks(id);
                    return kept == null ? peaksOf(row(id)) : CompletableFuture.completedFuture(kept);
                })
                .thenCompose(peaks -> peaks)
                .thenApply(peaks -> Peaks.columns(peaks, wanted));
    }

    private CompletableFuture<byte[]> peaksOf(Row row) {
        return ask(files, () -> {
            try (SoundReader reader = Format.read(here(row), opus)) {
                return Peaks.of(reader);
            }
        });
    }

    @Override
    public CompletableFuture<Playback> play(long id) {
        return fileWork(id, row -> {
            SoundReader reader = Format.read(here(row), opus);
            Player player = new Player(reader, graph);
            Player before = playing;
            playing = player;
            if (before != null) {
                before.close();
            }
            player.start();
            return player;
        });
    }

    @Override
    public CompletableFuture<Void> export(long id, Path file) {
        return ask(rows, () -> row(id)).thenCompose(row -> {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            // A file may lie on a network that is slow: nothing else waits for it.
            Thread.ofPlatform()
                    .name("export of a recording")
                    .daemon()
                    .start(() -> answer(done, () -> {
                        Export.copy(ended(row), here(row), row.sha(), file);
                        return true;
                    }));
            return done.thenAccept(copied -> {});
        });
    }

    @Override
    public boolean canDelete() {
        return keeping.get().mayDelete();
    }

    @Override
    public CompletableFuture<Void> delete(long id) {
        if (!canDelete()) {
            return CompletableFuture.failedFuture(new IOException(Messages.mayNotDelete));
        }
        return fileWork(id, row -> {
                    LOG.info("Recording {} is deleted by the user", row.name());
                    return remove(ended(row));
                })
                .thenCompose(done -> done);
    }

    /** First the row, then the file: where the power fails between, {@link #sweep} does the rest. */
    private CompletableFuture<Void> remove(Row row) {
        return ask(rows, () -> store.delete(row.recording().id()))
                .thenCompose(done -> ask(files, () -> {
                    Files.deleteIfExists(row.folder().resolve(row.name()));
                    changed.run();
                    return done;
                }))
                .thenAccept(done -> {});
    }

    /** Deletes here what was kept for as long as it should, but nothing that the store has not confirmed. */
    void expire() {
        Keeping rules = keeping.get();
        if (rules.retentionDays() <= 0) {
            return;
        }
        Instant before = clock.instant().minus(Duration.ofDays(rules.retentionDays()));
        ask(rows, () -> {
            for (Row row : store.begunBefore(before)) {
                Storage storage = row.recording().storage();
                if (storage == Storage.BOTH) {
                    dropHere(row);
                } else if (storage == Storage.HERE) {
                    LOG.info("Recording {} was kept for {} days and is deleted", row.name(), rules.retentionDays());
                    remove(row);
                }
            }
            return true;
        });
    }

    private CompletableFuture<Void> dropHere(Row row) {
        return ask(rows, () -> store.setStorage(row.recording().id(), Storage.STORE))
                .thenCompose(done -> ask(files, () -> {
                    Files.deleteIfExists(row.folder().resolve(row.name()));
                    changed.run();
                    return done;
                }))
                .thenAccept(done -> {});
    }

    /** Compares all files and rows with the chain; complete with what is wrong, for people. */
    public CompletableFuture<List<String>> verify() {
        return ask(rows, store::links)
                .thenCompose(links -> ask(files, () -> Verification.of(links))
                        .thenCompose(found -> ask(rows, () -> note(links, found))));
    }

    private List<String> note(List<RecordingStore.Link> links, Verification found) throws SQLException {
        int news = 0;
        for (RecordingStore.Link link : links) {
            String name = link.row().name();
            news += link.deleted() ? 0 : store.setDamaged(name, found.damaged().contains(name));
        }
        found.problems().forEach(problem -> LOG.error("The chain of recordings is broken: {}", problem));
        if (news > 0) {
            changed.run();
        }
        return found.problems();
    }

    /** The oldest that is to go to the store; null where there is none. */
    public CompletableFuture<@Nullable Row> waiting() {
        return Catalogue.<@Nullable Row>ask(rows, store::waiting);
    }

    /** The file of a recording, which is what was recorded. */
    public Path intact(Row row) throws IOException {
        String problem = Verification.problem(row);
        if (!problem.isEmpty()) {
            ask(rows, () -> store.setDamaged(row.name(), true)).thenRun(changed);
            throw new IOException(NLS.bind(Messages.changed, problem));
        }
        return here(row);
    }

    /** The store has it, as it is here. */
    public CompletableFuture<Void> confirmed(Row row) {
        if (keeping.get().deletesUploaded()) {
            return dropHere(row);
        }
        return ask(rows, () -> store.setStorage(row.recording().id(), Storage.BOTH))
                .thenAccept(done -> changed.run());
    }

    private Row row(long id) throws SQLException, IOException {
        Row row = store.find(id);
        if (row == null) {
            throw new IOException(Messages.gone);
        }
        return row;
    }

    private static Row ended(Row row) throws IOException {
        if (!row.recording().complete()) {
            throw new IOException(Messages.goesOn);
        }
        return row;
    }

    private static Path here(Row row) throws IOException {
        if (!row.isHere()) {
            throw new IOException(Messages.onlyInStore);
        }
        return FileNames.existing(row.folder(), row.name());
    }

    private interface FileWork<T> {
        T with(Row row) throws Exception;
    }

    private <T> CompletableFuture<T> fileWork(long id, FileWork<? extends T> work) {
        return ask(rows, () -> row(id)).thenCompose(row -> ask(files, () -> work.with(row)));
    }

    /** Has it done by a thread; what fails does so with words. */
    private static <T> CompletableFuture<T> ask(ScheduledThreadPoolExecutor thread, Callable<? extends T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> answer(answer, work));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new IOException(NLS.bind(Messages.catalogueFailed, e.getMessage()), e));
        }
        return answer;
    }

    private static <T> void answer(CompletableFuture<T> answer, Callable<? extends T> work) {
        try {
            answer.complete(work.call());
        } catch (SQLException e) {
            LOG.error("The catalogue of recordings failed", e);
            answer.completeExceptionally(new IOException(NLS.bind(Messages.catalogueFailed, e.getMessage()), e));
        } catch (Exception e) {
            answer.completeExceptionally(e instanceof IOException ? e : new IOException(e.getMessage(), e));
        }
    }

    /** Writes what is left to be written, and closes the database. */
    public void close() {
        ask(files, () -> {
            Player open = playing;
            if (open != null) {
                open.close();
            }
            return true;
        });
        files.shutdown();
        try {
            boolean read = files.awaitTermination(CLOSING_MS, TimeUnit.MILLISECONDS);
            ask(rows, () -> {
                flush();
                database.close();
                return true;
            });
            rows.shutdown();
            if (!rows.awaitTermination(CLOSING_MS, TimeUnit.MILLISECONDS) || !read) {
                LOG.warn("The catalogue of recordings is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
