/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Which call the strip shows and which ones wait. In the strip is the call that has the voice, else the one being dialled,
 * else the one held last; a call that is over stays where it was for a moment, so that its reason can be read. Not
 * thread-safe.
 */
final class CallBook {

    /** How long a call that is over is still shown. */
    static final Duration AFTERGLOW = Duration.ofSeconds(4);

    private record Over(Call call, Instant since) {

        boolean isPast(Instant now) {
            return !now.isBefore(since.plus(AFTERGLOW));
        }
    }

    private final Map<String, Call> calls = new LinkedHashMap<>();
    /** Those that ended outside the strip, where they had been held. */
    private final Map<String, Over> rowsOver = new LinkedHashMap<>();

    private Predicate<Call> elsewhere = call -> false;
    private @Nullable String currentId;
    private @Nullable Over stripOver;

    /** Calls that are shown elsewhere do not wait here. */
    void leaveOut(Predicate<Call> shownElsewhere) {
        elsewhere = shownElsewhere;
    }

    /** Takes a snapshot in. */
    void apply(Call call, Instant now) {
        Call before = find(call.id());
        if (call.isEnded()) {
            calls.remove(call.id());
            boolean inStrip = call.id().equals(currentId);
            // the conference stays where it is, whoever of it is gone
            Call rest = before == null || before.conference() == null ? null : rest();
            if (inStrip) {
                currentId = rest == null ? null : rest.id();
            }
            if (inStrip && rest == null) {
                stripOver = new Over(call, now);
            } else if (before != null && before.isActive()) {
                rowsOver.put(call.id(), new Over(call, now));
            }
            return;
        }
        calls.put(call.id(), call);
        boolean dialled = before == null && call.outgoing() && call.conference() == null;
        boolean gotVoice = hasVoice(call) && (before == null || !hasVoice(before)) && !isOfCurrent(call);
        if (dialled || gotVoice) {
            show(call.id());
        }
    }

    /** Puts a call into the strip. */
    void show(String id) {
        if (calls.containsKey(id)) {
            currentId = id;
            stripOver = null;
        }
    }

    /** Forgets what has been over for long enough, and sees to it that the strip has the call that belongs there. */
    void settle(Instant now) {
        rowsOver.values().removeIf(over -> over.isPast(now));
        Over over = stripOver;
        if (over != null && over.isPast(now)) {
            stripOver = null;
        }
        Call current = current();
        if (current == null && stripOver == null || current != null && current.isWaiting()) {
            Call next = next();
            currentId = next == null ? null : next.id();
        }
    }

    /** The call in the strip that is not over; null when there is none. */
    @Nullable
    Call current() {
        String id = currentId;
        return id == null ? null : find(id);
    }

    /** What the strip shows: the current call, or the one that has just ended. */
    @Nullable
    Call shown() {
        Call current = current();
        Over over = stripOver;
        return current != null || over == null ? current : over.call();
    }

    /** A call that has not ended, by its id; null when there is none. */
    @Nullable
    Call find(String id) {
        for (Call call : calls.values()) {
            if (call.id().equals(id)) {
                return call;
            }
        }
        return null;
    }

    /** Incoming calls first, then those that are up outside the strip, then what has just ended there; each oldest first. */
    List<Call> waiting() {
        List<Call> rest = calls.values().stream()
                .filter(c -> !c.id().equals(currentId) && !elsewhere.test(c))
                .toList();
        return Stream.of(
                        rest.stream().filter(CallBook::isIncoming),
                        rest.stream().filter(c -> !isIncoming(c)),
                        rowsOver.values().stream().map(Over::call))
                .flatMap(part -> part)
                .toList();
    }

    /** The members of the conference, oldest first. */
    List<Call> members() {
        return calls.values().stream()
                .filter(call -> call.isActive() && call.conference() != null)
                .toList();
    }

    /** What is left of the conference: a member, or the last one, which is none any more and has the voice. */
    private @Nullable Call rest() {
        Call rest = null;
        for (Call call : calls.values()) {
            if (rest == null && (hasVoice(call) || call.isActive() && call.conference() != null)) {
                rest = call;
            }
        }
        return rest;
    }

    /** Whether it is with the call in the strip in the conference. */
    private boolean isOfCurrent(Call call) {
        Call current = current();
        return current != null && current.isActive() && current.conference() != null && call.conference() != null;
    }

    /** Answered calls other than this one, the one held last first. */
    List<Call> othersThan(String id) {
        return calls.values().stream()
                .filter(call -> call.isActive() && !call.id().equals(id))
                .sorted(Comparator.comparing(CallBook::heldSince).reversed())
                .toList();
    }

    /** The call that was held last. */
    @Nullable
    Call lastHeld() {
        Call last = null;
        for (Call call : calls.values()) {
            if (call.isWaiting() && (last == null || !heldSince(call).isBefore(heldSince(last)))) {
                last = call;
            }
        }
        return last;
    }

    /** The incoming call that has waited longest. */
    @Nullable
    Call firstIncoming() {
        for (Call call : calls.values()) {
            if (isIncoming(call)) {
                return call;
            }
        }
        return null;
    }

    /** Whether a clock has to run. */
    boolean isQuiet() {
        return calls.isEmpty() && rowsOver.isEmpty() && stripOver == null;
    }

    private @Nullable Call next() {
        Call voice = null;
        Call dialled = null;
        for (Call call : calls.values()) {
            if (hasVoice(call)) {
                voice = call;
            } else if (!call.isActive() && !isIncoming(call) && call.conference() == null) {
                dialled = call;
            }
        }
        return voice != null ? voice : dialled != null ? dialled : lastHeld();
    }

    private static boolean hasVoice(Call call) {
        return call.isActive() && !call.isWaiting();
    }

    private static Instant heldSince(Call call) {
        return Objects.requireNonNullElse(call.held(), Instant.EPOCH);
    }

    private static boolean isIncoming(Call call) {
        return call.state() instanceof CallState.Incoming;
    }
}
