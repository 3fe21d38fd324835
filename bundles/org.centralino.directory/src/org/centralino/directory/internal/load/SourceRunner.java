/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.SourceStatus.Problem;
import org.centralino.directory.SourceStatus.State;
import org.centralino.directory.internal.Messages;
import org.centralino.directory.internal.index.Copy;
import org.centralino.directory.internal.index.SourceIndex;
import org.centralino.directory.internal.text.Numbers;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Keeps the copy of one source new: when it is read, again after a failure, and what is told of it. Its methods return at once and
 * may be called on any thread.
 */
public final class SourceRunner {

    /** Who is told of what comes of it. */
    public interface Outcome {

        void status(SourceStatus status);

        /** @param changed whether it has other contacts than the last one */
        void copy(SourceRunner runner, Copy copy, boolean changed);
    }

    /** How long things take; tests are quicker. */
    public record Times(Duration firstRetry, Duration stop, Duration silence) {

        public static final Times USUAL =
                new Times(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(5));
    }

    private static final int REFRESH_MINUTES = 60;
    private static final long BETWEEN_STATUSES = TimeUnit.MILLISECONDS.toNanos(100);
    private static final List<String> SECRETS = List.of("password", "secret", "token");

    private final SourceSettings settings;
    private final String label;
    private final SourceIndex index;
    private final Numbers numbers;
    private final String country;
    private final Function<String, @Nullable DirectorySource> sources;
    private final ScheduledExecutorService timer;
    private final Times times;
    private final Outcome outcome;

    // Guarded by this.
    private State state = State.WAITING;
    private @Nullable String failure;
    private List<Problem> problems = List.of();
    private @Nullable Copy last;
    private @Nullable Reading reading;
    private @Nullable Future<?> next;
    private int failures;
    private boolean again;
    private boolean shown = true;
    private boolean started;
    private boolean asked;
    private boolean stopped;
    private volatile long statusAt;

    public SourceRunner(
            SourceSettings settings,
            String label,
            SourceIndex index,
            Numbers numbers,
            String country,
            Function<String, @Nullable DirectorySource> sources,
            ScheduledExecutorService timer,
            Times times,
            Outcome outcome) {
        this.settings = settings;
        this.label = label;
        this.index = index;
        this.numbers = numbers;
        this.country = country;
        this.sources = sources;
        this.timer = timer;
        this.times = times;
        this.outcome = outcome;
    }

    public SourceSettings settings() {
        return settings;
    }

    public SourceIndex index() {
        return index;
    }

    /** Begins. @param copy that serves until there is a newer one; null: there is none */
    public synchronized void start(@Nullable Copy copy) {
        last = copy;
        started = true;
        Duration age = copy == null
                ? refresh()
                : Duration.between(copy.state().asOf(), Instant.now()).abs();
        boolean due = asked || !isMine(copy) || copy != null && since(copy) != null || age.compareTo(refresh()) >= 0;
        state = due ? State.WAITING : State.READY;
        schedule(due ? Duration.ZERO : refresh().minus(age));
        tell();
    }

    /** The service that reads this type has come, perhaps. */
    public synchronized void serviceCame() {
        if (started && reading == null && !stopped && state != State.READY && sources.apply(settings.type()) != null) {
            schedule(Duration.ZERO);
        }
    }

    /** Reads now; once more, where it is being read already and was cancelled. */
    public synchronized void readAgain() {
        if (!started) {
            asked = true;
        } else if (reading != null) {
            again = !shown;
        } else if (!stopped) {
            schedule(Duration.ZERO);
        }
    }

    /** Stops reading; the copy stays. */
    public synchronized void cancel() {
        Reading present = reading;
        if (present != null && shown) {
            shown = false;
            again = false;
            state = last == null ? State.FAILED : State.READY;
            failure = last == null ? Messages.cancelled : null;
            halt(present);
            tell();
        }
    }

    /** Ends for good; nobody is told of anything any more. */
    public synchronized void stop() {
        stopped = true;
        Future<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
        Reading present = reading;
        if (present != null) {
            halt(present);
        }
    }

    /** The copy turned out to be damaged and was thrown away. */
    public synchronized void lost() {
        last = null;
        if (reading == null && !stopped) {
            schedule(Duration.ZERO);
        }
        tell();
    }

    public synchronized SourceStatus status() {
        Reading present = shown ? reading : null;
        Copy copy = last;
        return new SourceStatus(
                settings.id(),
                label,
                settings.kind(),
                present != null ? State.LOADING : state,
                copy == null ? 0 : copy.size(),
                copy == null ? null : copy.state().asOf(),
                present == null ? 0 : present.done(),
                present == null ? -1 : present.expected(),
                present != null ? null : failure,
                problems);
    }

    private void schedule(Duration delay) {
        Future<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
        try {
            next = timer.schedule(this::read, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The directory is closing.
            next = null;
        }
    }

    private synchronized void read() {
        if (stopped || reading != null) {
            return;
        }
        DirectorySource source = sources.apply(settings.type());
        if (source == null) {
            state = State.FAILED;
            failure = NLS.bind(Messages.noReader, settings.type());
            tell();
            return;
        }
        Copy copy = last;
        Reading begun = new Reading(
                new Reading.Task(
                        settings, source, index, numbers, country, copy, copy == null ? null : since(copy), digest()),
                this::progress,
                this::ended);
        reading = begun;
        shown = true;
        begun.start();
        watch(begun);
        tell();
    }

    /** Notices a source that says nothing any more. */
    private void watch(Reading watched) {
        long idle = System.nanoTime() - watched.activity();
        long left = times.silence().toNanos() - idle;
        try {
            timer.schedule(() -> lookAt(watched), Math.max(left, 1_000_000), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The directory is closing.
            watched.cancel();
        }
    }

    private synchronized void lookAt(Reading watched) {
        if (reading != watched || !shown) {
            return;
        }
        if (System.nanoTime() - watched.activity() < times.silence().toNanos()) {
            watch(watched);
        } else {
            shown = false;
            failed(NLS.bind(Messages.silent, Math.max(1, times.silence().toMinutes())));
            again = false;
            halt(watched);
            tell();
        }
    }

    private void halt(Reading halted) {
        halted.cancel();
        try {
            timer.schedule(halted::abandon, times.stop().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The directory is closing: it is not waited for.
            return;
        }
    }

    private void progress(Reading of) {
        long now = System.nanoTime();
        if (now - statusAt >= BETWEEN_STATUSES) {
            statusAt = now;
            boolean current;
            synchronized (this) {
                current = reading == of && shown && !stopped;
            }
            if (current) {
                outcome.status(status());
            }
        }
    }

    private void ended(Reading.End end) {
        // Who is told that it is ready finds the new contacts.
        if (end instanceof Reading.End.Read read) {
            outcome.copy(this, read.copy(), read.changed());
        }
        synchronized (this) {
            Reading of = reading;
            reading = null;
            boolean wasShown = shown;
            shown = true;
            if (of != null && wasShown) {
                problems = of.problems();
            }
            switch (end) {
                case Reading.End.Read read -> {
                    failures = 0;
                    failure = null;
                    state = State.READY;
                    last = read.copy();
                    schedule(refresh());
                }
                case Reading.End.Failed failed -> failed(failed.reason());
                case Reading.End.Cancelled cancelled -> {
                    if (wasShown) {
                        state = last == null ? State.WAITING : State.READY;
                    }
                    schedule(again ? Duration.ZERO : failures > 0 ? retry() : refresh());
                }
            }
            again = false;
            if (!stopped) {
                tell();
            }
        }
    }

    private void failed(String reason) {
        failures++;
        state = State.FAILED;
        failure = reason;
        schedule(retry());
    }

    private Duration retry() {
        Duration delay = times.firstRetry().multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
        return delay.compareTo(refresh()) > 0 ? refresh() : delay;
    }

    private void tell() {
        if (!stopped) {
            statusAt = System.nanoTime();
            outcome.status(status());
        }
    }

    private Duration refresh() {
        String minutes = settings.text("refreshMinutes");
        try {
            return Duration.ofMinutes(minutes == null ? REFRESH_MINUTES : Math.max(1, Long.parseLong(minutes)));
        } catch (NumberFormatException e) {
            return Duration.ofMinutes(REFRESH_MINUTES);
        }
    }

    private boolean isMine(@Nullable Copy copy) {
        return copy != null
                && copy.state().settings().equals(digest())
                && copy.state().country().equals(country);
    }

    private @Nullable String since(Copy copy) {
        return isMine(copy) ? copy.state().since() : null;
    }

    /** Of what decides which contacts these are. */
    private String digest() {
        StringBuilder all = new StringBuilder(settings.type()).append(settings.kind());
        new TreeMap<>(settings.values()).forEach((key, values) -> {
            String last = key.toLowerCase(Locale.ROOT);
            if (SECRETS.stream().noneMatch(last::contains)) {
                all.append('\n').append(key).append('=').append(values);
            }
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
