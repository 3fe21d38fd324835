/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;

/**
 * When a source is read the next time: as often as its settings say, after failures sooner, the less soon the more there were.
 * Guarded by whoever uses it.
 */
final class Timetable {

    private static final long REFRESH_MINUTES = 60;
    private static final long LONGEST_MINUTES = Duration.ofDays(365).toMinutes();

    private final ScheduledExecutorService timer;
    private final Duration firstRetry;
    private final Duration refresh;
    private final Runnable read;
    private @Nullable Future<?> next;
    private int failures;

    Timetable(SourceSettings settings, ScheduledExecutorService timer, Duration firstRetry, Runnable read) {
        this.timer = timer;
        this.firstRetry = firstRetry;
        this.read = read;
        refresh = refresh(settings.text("refreshMinutes"));
    }

    private static Duration refresh(@Nullable String minutes) {
        try {
            long wanted = minutes == null ? REFRESH_MINUTES : Long.parseLong(minutes);
            return Duration.ofMinutes(Math.clamp(wanted, 1, LONGEST_MINUTES));
        } catch (NumberFormatException e) {
            return Duration.ofMinutes(REFRESH_MINUTES);
        }
    }

    /** Whether what is as old as this is to be read again. */
    boolean isDue(Duration age) {
        return age.compareTo(refresh) >= 0;
    }

    void now() {
        in(Duration.ZERO);
    }

    /** What there is, is as old as this. */
    void refreshed(Duration age) {
        in(refresh.minus(age));
    }

    void succeeded() {
        failures = 0;
        in(refresh);
    }

    void failed() {
        failures++;
        in(retry());
    }

    /** The reading was ended by somebody; those before it may have failed. */
    void cancelled() {
        in(failures > 0 ? retry() : refresh);
    }

    void stop() {
        Future<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private Duration retry() {
        Duration delay = firstRetry.multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
        return delay.compareTo(refresh) > 0 ? refresh : delay;
    }

    private void in(Duration delay) {
        stop();
        try {
            next = timer.schedule(read, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The directory is closing.
            next = null;
        }
    }
}
