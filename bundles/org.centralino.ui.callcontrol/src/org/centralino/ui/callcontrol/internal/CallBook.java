/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Which call the strip shows and which ones wait: the one dialled or answered last is in the strip, and stays there for a
 * moment after its end, so that its reason can be read. Not thread-safe.
 */
final class CallBook {

    /** How long a call that is over is still shown. */
    static final Duration AFTERGLOW = Duration.ofSeconds(4);

    private final Map<String, @Nullable Call> calls = new LinkedHashMap<>();
    private @Nullable String currentId;
    private @Nullable Call over;
    private Instant overSince = Instant.EPOCH;

    /** Takes a snapshot in. */
    void apply(Call call, Instant now) {
        Call before = calls.get(call.id());
        boolean current = call.id().equals(currentId);
        if (call.isEnded()) {
            calls.remove(call.id());
            if (current) {
                currentId = null;
                over = call;
                overSince = now;
            }
            return;
        }
        calls.put(call.id(), call);
        boolean dialled = before == null && call.outgoing();
        boolean answered = call.isActive() && (before == null || !before.isActive()) && !call.outgoing();
        if (dialled || answered) {
            show(call.id());
        }
    }

    /** Puts a call into the strip. */
    void show(String id) {
        if (calls.containsKey(id)) {
            currentId = id;
            over = null;
        }
    }

    /** Forgets what has been over for long enough; the call that came up last takes its place. */
    void expire(Instant now) {
        if (over != null && !now.isBefore(overSince.plus(AFTERGLOW))) {
            over = null;
        }
        if (over == null && currentId == null) {
            for (Call call : all()) {
                if (!(call.state() instanceof CallState.Incoming)) {
                    currentId = call.id();
                }
            }
        }
    }

    /** The call in the strip that is not over; null when there is none. */
    @Nullable
    Call current() {
        String id = currentId;
        return id == null ? null : calls.get(id);
    }

    /** What the strip shows: the current call, or the one that has just ended. */
    @Nullable
    Call shown() {
        Call current = current();
        return current == null ? over : current;
    }

    /** A call that has not ended, by its id. */
    @Nullable
    Call find(String id) {
        return calls.get(id);
    }

    /** Incoming calls first, then those that are up outside the strip; each oldest first. */
    List<Call> waiting() {
        List<Call> rest = all().stream().filter(c -> !c.id().equals(currentId)).toList();
        return Stream.concat(
                        rest.stream().filter(CallBook::isIncoming),
                        rest.stream().filter(c -> !isIncoming(c)))
                .toList();
    }

    /** The incoming call that has waited longest. */
    @Nullable
    Call firstIncoming() {
        for (Call call : all()) {
            if (isIncoming(call)) {
                return call;
            }
        }
        return null;
    }

    /** Whether a clock has to run. */
    boolean isQuiet() {
        return calls.isEmpty() && over == null;
    }

    private List<Call> all() {
        return calls.values().stream()
                .<Call>mapMulti((call, out) -> {
                    if (call != null) {
                        out.accept(call);
                    }
                })
                .toList();
    }

    private static boolean isIncoming(Call call) {
        return call.state() instanceof CallState.Incoming;
    }
}
