/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.centralino.media.MediaService;
import org.centralino.media.OpusService;
import org.centralino.recording.RecordingCatalogue;
import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState;
import org.centralino.recording.internal.store.Catalogue;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallSoundService;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records calls, by itself or when asked to. All recordings belong to one thread, which waits for nothing: what is written is
 * written by a thread for each, and who wants to be told is told by another.
 */
public final class Recorder implements RecordingService, CallListener {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final long WATCH_MS = 250;
    private static final long CLOSING_MS = 600;
    private static final Duration CONTINUES = Duration.ofSeconds(3);
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    /** Files are read when the workstation has had time to open. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final ScheduledThreadPoolExecutor loop = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "recording");
        made.setDaemon(true);
        return made;
    });
    private final Audience audience;
    private final Catalogue catalogue;
    private final Studio studio;
    private final Ongoing live = new Ongoing();
    /** What is being written of recordings that were ended. */
    private final Set<CompletableFuture<Boolean>> ending = ConcurrentHashMap.newKeySet();

    private final Map<String, Call> calls = new LinkedHashMap<>();
    /** Those that were held out of a recorded conference: they are recorded again when they are resumed. */
    private final Set<String> paused = new HashSet<>();

    private final Map<String, RecordingState> states = new ConcurrentHashMap<>();
    private volatile boolean automatic;

    /**
     * A recorder with its files in this folder.
     *
     * @param audience who is told
     * @param automatic whether all calls are recorded
     */
    Recorder(
            Path folder,
            MediaService media,
            OpusService opus,
            CallSoundService sounds,
            Supplier<Settings> settings,
            Audience audience,
            boolean automatic) {
        this.audience = audience;
        this.automatic = automatic;
        loop.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        Path own = folder.resolve("files");
        InstantSource clock = InstantSource.system();
        catalogue = new Catalogue(
                folder.resolve("recordings.db"),
                opus,
                media.graph(),
                () -> settings.get().keeping(own),
                audience::catalogueChanged,
                clock);
        studio = new Studio(loop, media.graph(), opus, sounds, catalogue, settings, own, clock);
    }

    /** Takes up what is there, and watches over recordings from now on. */
    void open() {
        catalogue.start(QUIET, HOUSEKEEPING);
        loop.scheduleWithFixedDelay(
                () -> live.all().forEach(LiveRecording::watch), WATCH_MS, WATCH_MS, TimeUnit.MILLISECONDS);
    }

    /** From now on; calls that are being talked in are recorded from here where it is automatic. */
    void setAutomatic(boolean on) {
        automatic = on;
        post(() -> {
            live.all().forEach(recording -> recording.setLocked(on));
            if (on) {
                List.copyOf(calls.values()).forEach(this::begin);
            }
        });
    }

    @Override
    public boolean isAutomatic() {
        return automatic;
    }

    @Override
    public RecordingState state(String callId) {
        return states.getOrDefault(callId, RecordingState.OFF);
    }

    /** The states of all that are being recorded. */
    Map<String, RecordingState> states() {
        return Map.copyOf(states);
    }

    @Override
    public void callChanged(Call call) {
        post(() -> changed(call));
    }

    private void changed(Call call) {
        LiveRecording recording = live.of(call.id());
        if (recording != null) {
            recording.changed(call);
        }
        if (call.isEnded()) {
            calls.remove(call.id());
            paused.remove(call.id());
            if (recording != null) {
                leave(call.id(), recording);
                follow(call);
            }
        } else if (call.isActive()) {
            boolean isNew = !calls.containsKey(call.id());
            calls.put(call.id(), call);
            if (call.conference() != null) {
                gather(call);
            } else if (recording != null && live.callsOf(recording).size() > 1) {
                separate(call, recording);
            }
            boolean resumed = !call.isHeldByUs() && paused.remove(call.id());
            if (isNew && automatic || resumed) {
                begin(call);
            }
        }
    }

    /** All members of the conference are in one recording, as soon as one is recorded: in that which was there before. */
    private void gather(Call joined) {
        List<Call> members = calls.values().stream()
                .filter(each -> each.conference() != null)
                .toList();
        LiveRecording common = live.common(members, joined);
        if (common != null) {
            members.forEach(member -> share(common, member));
        }
    }

    private void share(LiveRecording recording, Call member) {
        LiveRecording before = live.of(member.id());
        if (before != recording) {
            live.put(member.id(), recording);
            recording.share(member);
            if (before != null && live.callsOf(before).isEmpty()) {
                end(before);
            }
            tell(member.id(), recording.state());
        }
    }

    /** No member any more: with the voice it is what the conference has become, held it is nobody's speech for now. */
    private void separate(Call call, LiveRecording recording) {
        if (call.isHeldByUs()) {
            leave(call.id(), recording);
            paused.add(call.id());
        } else {
            recording.carry(call.id());
        }
    }

    /** What is recorded of others goes on. */
    private void leave(String callId, LiveRecording recording) {
        if (recording.part(callId)) {
            live.remove(callId);
            tell(callId, RecordingState.OFF);
        } else {
            end(recording);
        }
    }

    /** What was recorded goes on in the call that took the ended one's place (RFC 3891). */
    private void follow(Call over) {
        Instant end = over.ended();
        if (automatic
                || end == null
                || over.transfer() != null
                || !(over.state() instanceof CallState.Ended ended)
                || ended.reason().kind() != EndReason.Kind.TRANSFERRED) {
            return;
        }
        for (Call call : List.copyOf(calls.values())) {
            Instant answered = call.answered();
            if (call.account().equals(over.account())
                    && answered != null
                    && Duration.between(answered, end).abs().compareTo(CONTINUES) < 0) {
                begin(call);
            }
        }
    }

    @Override
    public void start(String callId) {
        post(() -> {
            Call call = Lookup.in(calls, callId);
            if (call != null) {
                begin(call);
            }
        });
    }

    private void begin(Call call) {
        if (live.of(call.id()) != null) {
            return;
        }
        LiveRecording recording = new LiveRecording(
                studio, call, automatic, (own, state) -> live.callsOf(own).forEach(each -> tell(each, state)));
        live.put(call.id(), recording);
        try {
            recording.start();
        } catch (RuntimeException e) {
            recording.broken(e);
        }
        if (call.conference() != null) {
            gather(call);
        }
    }

    @Override
    public void stop(String callId) {
        post(() -> {
            LiveRecording recording = live.of(callId);
            if (recording != null && !recording.isLocked()) {
                end(recording);
            }
        });
    }

    private CompletableFuture<Boolean> end(LiveRecording recording) {
        List<String> of = live.callsOf(recording);
        of.forEach(live::remove);
        CompletableFuture<Boolean> over = recording.stop();
        of.forEach(callId -> tell(callId, RecordingState.OFF));
        ending.add(over);
        over.whenComplete((done, failed) -> ending.remove(over));
        return over;
    }

    private void tell(String callId, RecordingState state) {
        if (state.kind() == RecordingState.Kind.OFF) {
            states.remove(callId);
        } else {
            states.put(callId, state);
        }
        audience.recordingChanged(callId, state);
    }

    @Override
    public RecordingCatalogue catalogue() {
        return catalogue;
    }

    /** For who sends recordings away. */
    Catalogue store() {
        return catalogue;
    }

    @Override
    public CompletableFuture<Void> flush() {
        return all(LiveRecording::flush).thenAccept(done -> {});
    }

    /** Complete when this is, of all that are being recorded. */
    private CompletableFuture<Boolean> all(Function<LiveRecording, CompletableFuture<Boolean>> work) {
        CompletableFuture<Boolean> all = new CompletableFuture<>();
        boolean posted = post(() -> {
            List<CompletableFuture<Boolean>> each = new ArrayList<>();
            live.all().forEach(recording -> each.add(work.apply(recording)));
            each.addAll(ending);
            CompletableFuture.allOf(each.toArray(new CompletableFuture<?>[0]))
                    .whenComplete((done, failed) -> all.complete(true));
        });
        if (!posted) {
            all.complete(true);
        }
        return all;
    }

    /** Ends all recordings properly. What a slow disk holds up goes on in the background. */
    void close() {
        CompletableFuture<Boolean> ended = all(this::end);
        // The loop still has to hear from the tapes what they wrote last.
        CompletableFuture<Void> closed = ended.thenCompose(done -> CompletableFuture.runAsync(loop::shutdown, loop))
                .thenRunAsync(catalogue::close, Recorder::beside);
        try {
            closed.get(CLOSING_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Recordings are still being ended");
        }
    }

    private static void beside(Runnable work) {
        Thread.ofPlatform().name("end of recordings").daemon().start(work);
    }

    /** False where it is too late. */
    private boolean post(Runnable work) {
        try {
            loop.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("Recording failed", e);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("Too late for a recording", e);
            return false;
        }
    }
}
