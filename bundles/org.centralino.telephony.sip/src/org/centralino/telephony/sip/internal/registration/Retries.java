/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jdt.annotation.Nullable;

/**
 * When to try again. A registrar that answers, but not as it should, is given more and more time (RFC 5626, 4.5). One that
 * does not answer is asked often for the first minutes: nothing else tells when it is back.
 */
final class Retries {

    private static final long FIRST_MS = 2_000;
    private static final long LAST_MS = 120_000;
    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final int FULL_TIME = 4;
    private static final long ONE_ROUND_MS = 5_500;

    private int failures;
    private int silences;
    private @Nullable Instant since;

    void succeeded() {
        failures = 0;
        silences = 0;
        since = null;
    }

    /** Whether it failed since it succeeded last. */
    boolean isFailing() {
        return since != null;
    }

    /** Whether it was not even answered last. */
    boolean isSilent() {
        return silences > 0;
    }

    /** The network is another one: what was learnt of the one before does not count. */
    void startOver() {
        failures = 0;
        silences = 0;
    }

    /** Since when it fails. */
    Instant since() {
        Instant known = since;
        Instant first = known == null ? Instant.now() : known;
        since = first;
        return first;
    }

    /**
     * How long to wait for a response to a REGISTER that nobody else can take: three repetitions, so that no more than two
     * seconds pass between two; every fourth time as long as RFC 3261 says, for a registrar that is slow.
     */
    long patienceMs() {
        return silences % FULL_TIME == FULL_TIME - 1 ? 0 : ONE_ROUND_MS;
    }

    /** The registrar answered with a failure. @param seconds what it asked for, 0: nothing */
    long afterRefusal(int seconds) {
        silences = 0;
        if (seconds > 0) {
            // A moment more: who comes early is sent away again.
            return Math.min(3_600, seconds) * 1_000L + 100;
        }
        return jittered(Math.min(LAST_MS, FIRST_MS << Math.min(failures++, 6)));
    }

    /** It was not reached, or did not answer. */
    long afterSilence() {
        silences++;
        boolean often = Duration.between(since(), Instant.now()).compareTo(OFTEN) < 0;
        return often
                ? ThreadLocalRandom.current().nextLong(1_000, 1_800)
                : ThreadLocalRandom.current().nextLong(10_000, 30_000);
    }

    private static long jittered(long ms) {
        return ms * ThreadLocalRandom.current().nextLong(80, 121) / 100;
    }
}
