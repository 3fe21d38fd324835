/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.centralino.media.CallStatistics;
import org.centralino.media.VoiceQuality;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Looks at the counters of calls that talk, every two seconds, on a thread of its own; it rests while there is none.
 * Methods may be called on any thread.
 */
final class QualityWatch implements CallListener, AutoCloseable {

    private static final long PERIOD_S = 2;
    /** Looks that a verdict is made of: six seconds. */
    private static final int LOOKS = 4;

    private final Supplier<@Nullable CallService> service;
    private final Runnable changed;
    /** The watch's thread's alone. */
    private final Map<String, @Nullable Deque<CallStatistics>> history = new HashMap<>();

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name("centralino-quality").daemon().unstarted(task));
    private volatile Map<String, @Nullable QualityView> shown = Map.of();
    private boolean watching;

    /** @param changed run on the watch's thread when something else is to be shown */
    QualityWatch(Supplier<@Nullable CallService> service, Runnable changed) {
        this.service = service;
        this.changed = changed;
        thread.setKeepAliveTime(2 * PERIOD_S, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** How a call sounds; null while there is nothing to go by. */
    @Nullable
    QualityView of(String callId) {
        return shown.get(callId);
    }

    @Override
    public synchronized void callChanged(Call call) {
        if (talks(call) && !watching && !thread.isShutdown()) {
            watching = true;
            thread.execute(this::watch);
        }
    }

    private void watch() {
        boolean more = look();
        synchronized (this) {
            watching = more && !thread.isShutdown();
            if (watching) {
                thread.schedule(this::watch, PERIOD_S, TimeUnit.SECONDS);
            }
        }
    }

    /** Looks once; whether there is a call that talks. */
    boolean look() {
        CallService calls = service.get();
        List<Call> talking = calls == null
                ? List.of()
                : calls.calls().stream().filter(QualityWatch::talks).toList();
        history.keySet().retainAll(talking.stream().map(Call::id).toList());
        Map<String, @Nullable QualityView> found = new HashMap<>();
        for (Call call : talking) {
            CallStatistics now = calls == null ? null : calls.statistics(call.id());
            QualityView view = now == null ? null : verdict(call, now);
            if (view != null) {
                found.put(call.id(), view);
            }
        }
        if (!found.equals(shown)) {
            shown = found;
            changed.run();
        }
        return !talking.isEmpty();
    }

    private @Nullable QualityView verdict(Call call, CallStatistics now) {
        Deque<CallStatistics> looks = history.computeIfAbsent(call.id(), id -> new ArrayDeque<>());
        if (looks == null) {
            return null;
        }
        looks.addLast(now);
        if (looks.size() > LOOKS) {
            looks.removeFirst();
        }
        CallStatistics first = looks.getFirst();
        if (now.packetsReceived() < first.packetsReceived()) {
            // Another stream counts from its own beginning.
            looks.clear();
            looks.addLast(now);
            return null;
        }
        String codec = call.codec();
        VoiceQuality quality = VoiceQuality.between(first, now, codec == null ? "" : codec);
        if (quality != null) {
            return QualityView.of(quality);
        }
        return looks.size() == LOOKS ? QualityView.silent() : null;
    }

    /** Whether both sides are to be heard. */
    private static boolean talks(Call call) {
        return call.state() instanceof CallState.Active active && !active.heldByUs() && !active.heldByPeer();
    }

    @Override
    public synchronized void close() {
        thread.shutdownNow();
    }
}
