/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private static final long BETWEEN_STATUSES = TimeUnit.MILLISECONDS.toNanos(100);

    private final SourceSettings settings;
    private final String label;
    private final SourceIndex index;
    private final Numbers numbers;
    private final Origin origin;
    private final Function<String, @Nullable DirectorySource> sources;
    private final ScheduledExecutorService timer;
    private final Times times;
    private final Outcome outcome;
    private final SilenceWatch silence;

    // Guarded by this.
    private final Timetable timetable;
    private State state = State.WAITING;
    private @Nullable String failure;
    private List<Problem> problems = List.of();
    private @Nullable Copy last;
    private @Nullable Reading reading;
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
        this.sources = sources;
        this.timer = timer;
        this.times = times;
        this.outcome = outcome;
        origin = Origin.of(settings, country);
        timetable = new Timetable(settings, timer, times.firstRetry(), this::read);
        silence = new SilenceWatch(timer, times.silence(), this::silent);
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
        if (copy == null || asked || isDue(copy)) {
            state = State.WAITING;
            timetable.now();
        } else {
            state = State.READY;
            timetable.refreshed(age(copy));
        }
        tell();
    }

    private boolean isDue(Copy copy) {
        return !origin.isOf(copy) || origin.since(copy) != null || timetable.isDue(age(copy));
    }

    private static Duration age(Copy copy) {
        return Duration.between(copy.state().asOf(), Instant.now()).abs();
    }

    /** The service that reads this type has come, perhaps. */
    public synchronized void serviceCame() {
        if (started && reading == null && !stopped && state != State.READY && sources.apply(settings.type()) != null) {
            timetable.now();
        }
    }

    /** Reads now; once more, where it is being read already and was cancelled. */
    public synchronized void readAgain() {
        if (!started) {
            asked = true;
        } else if (reading != null) {
            again = !shown;
        } else if (!stopped) {
            timetable.now();
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
        timetable.stop();
        Reading present = reading;
        if (present != null) {
            halt(present);
        }
    }

    /** The copy turned out to be damaged and was thrown away. */
    public synchronized void lost() {
        last = null;
        if (reading == null && !stopped) {
            timetable.now();
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
                        settings, source, index, numbers, origin, copy, copy == null ? null : origin.since(copy)),
                this::progress,
                this::ended);
        reading = begun;
        shown = true;
        begun.start();
        silence.watch(begun);
        tell();
    }

    private synchronized void silent(Reading watched) {
        if (reading == watched && shown) {
            shown = false;
            failed(NLS.bind(Messages.silent, Math.max(1, times.silence().toMinutes())));
            again = false;
            halt(watched);
            tell();
        }
    }

    private void halt(Reading halted) {
        halted.cancel(timer, times.stop());
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
                    failure = null;
                    state = State.READY;
                    last = read.copy();
                    timetable.succeeded();
                }
                case Reading.End.Failed failed -> failed(failed.reason());
                case Reading.End.Cancelled cancelled -> {
                    if (wasShown) {
                        state = last == null ? State.WAITING : State.READY;
                    }
                    if (again) {
                        timetable.now();
                    } else {
                        timetable.cancelled();
                    }
                }
            }
            again = false;
            if (!stopped) {
                tell();
            }
        }
    }

    private void failed(String reason) {
        state = State.FAILED;
        failure = reason;
        timetable.failed();
    }

    private void tell() {
        if (!stopped) {
            statusAt = System.nanoTime();
            outcome.status(status());
        }
    }
}
