/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.lucene.util.ThreadInterruptedException;
import org.centralino.directory.SourceStatus.Problem;
import org.centralino.directory.internal.Messages;
import org.centralino.directory.internal.index.Copy;
import org.centralino.directory.internal.index.CopyState;
import org.centralino.directory.internal.index.Import;
import org.centralino.directory.internal.index.SourceIndex;
import org.centralino.directory.internal.text.Numbers;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of a source, on a thread of its own, which is left alone where it does not end when asked to. */
final class Reading implements Runnable {

    /** How it ended. */
    sealed interface End {

        /** @param changed whether anything is different from the last copy */
        record Read(Copy copy, boolean changed) implements End {}

        /** @param reason in words for people */
        record Failed(String reason) implements End {}

        record Cancelled() implements End {}
    }

    /** What is read, for whom. */
    record Task(
            SourceSettings settings,
            DirectorySource source,
            SourceIndex index,
            Numbers numbers,
            Origin origin,
            @Nullable Copy last,
            @Nullable String since) {}

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final int MOST_PROBLEMS = 100;

    private final Task task;
    private final Consumer<Reading> progress;
    private final Consumer<End> ended;
    private final Thread thread;
    private final List<Problem> problems = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private volatile int expected = -1;
    private volatile long activity = System.nanoTime();
    private volatile boolean cancelled;
    private boolean over;
    private @Nullable Import writing;

    /**
     * @param progress told for every contact
     * @param ended told once, on any thread
     */
    Reading(Task task, Consumer<Reading> progress, Consumer<End> ended) {
        this.task = task;
        this.progress = progress;
        this.ended = ended;
        thread = new Thread(this, "directory source " + task.settings().id());
        thread.setDaemon(true);
        // Typing and calls go first.
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    void start() {
        thread.start();
    }

    int done() {
        return done.get();
    }

    int expected() {
        return expected;
    }

    /** When the source was last heard of, by {@link System#nanoTime()}. */
    long activity() {
        return activity;
    }

    List<Problem> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }

    /** Asks it to stop; what it put will not count. */
    void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    /** The same; goes on without it where it does not stop in time. */
    void cancel(ScheduledExecutorService timer, Duration patience) {
        cancel();
        try {
            timer.schedule(this::abandon, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The directory is closing: it is not waited for.
            return;
        }
    }

    /** Goes on without it, if it is still there: the source may do what it likes, nothing of it is taken any more. */
    private void abandon() {
        cancelled = true;
        if (end()) {
            LOG.warn("{} does not stop reading; it is left alone", task.settings());
            rollback();
            ended.accept(new End.Cancelled());
        }
    }

    @Override
    public void run() {
        End end = read();
        // An interrupt that came late must not reach who is told.
        boolean interrupted = Thread.interrupted();
        if (end()) {
            rollback();
            ended.accept(end);
        } else if (end instanceof End.Read late) {
            close(late.copy());
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    private End read() {
        Sink sink = null;
        try {
            Import into = task.index().begin(task.numbers(), task.last());
            synchronized (this) {
                writing = into;
            }
            sink = new Sink(this, into, task.settings(), task.since() == null);
            if (cancelled) {
                return new End.Cancelled();
            }
            String since = task.source().read(task.settings(), task.since(), sink);
            if (cancelled) {
                return new End.Cancelled();
            }
            sink.finish();
            return commit(into, since);
        } catch (InterruptedException | ThreadInterruptedException e) {
            return cancelled ? new End.Cancelled() : failed(e);
        } catch (SourceException e) {
            LOG.warn("{} cannot be read: {}", task.settings(), e.getMessage(), e.getCause());
            String message = e.getMessage();
            return new End.Failed(message == null ? failed(e).reason() : message);
        } catch (Sink.NotKept e) {
            return cancelled ? new End.Cancelled() : notKept(e);
        } catch (IOException e) {
            return cancelled ? new End.Cancelled() : notKept(e);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return cancelled ? new End.Cancelled() : failed(e);
        } finally {
            if (sink != null) {
                sink.shut();
            }
        }
    }

    private End commit(Import into, @Nullable String since) throws IOException {
        synchronized (this) {
            if (over) {
                return new End.Cancelled();
            }
        }
        boolean changed = into.changed();
        Origin origin = task.origin();
        Copy copy = into.commit(new CopyState(since, Instant.now(), origin.digest(), origin.country()));
        return new End.Read(copy, changed);
    }

    private End.Failed failed(Throwable e) {
        LOG.error("{} cannot be read", task.settings(), e);
        String said = e.getMessage();
        return new End.Failed(
                NLS.bind(Messages.failed, said == null ? e.getClass().getSimpleName() : said));
    }

    private End.Failed notKept(Throwable e) {
        LOG.error("What {} gave cannot be kept", task.settings(), e);
        Throwable cause = e.getCause();
        return new End.Failed(NLS.bind(Messages.notKept, cause == null ? e.getMessage() : cause.getMessage()));
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Whether this is the first to end it. */
    private synchronized boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }

    private void rollback() {
        Import into;
        synchronized (this) {
            into = writing;
        }
        try {
            if (into != null) {
                into.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("What {} had put could not be taken back", task.settings(), e);
        }
    }

    private static void close(Copy copy) {
        try {
            copy.close();
        } catch (IOException e) {
            LOG.warn("A copy of {} could not be closed", copy.source(), e);
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    void expect(int contacts) {
        expected = contacts;
        heard();
    }

    void count() {
        done.incrementAndGet();
        heard();
    }

    void heard() {
        activity = System.nanoTime();
        progress.accept(this);
    }

    void problem(String where, String reason) {
        synchronized (problems) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(where, reason));
            }
        }
        heard();
    }
}
