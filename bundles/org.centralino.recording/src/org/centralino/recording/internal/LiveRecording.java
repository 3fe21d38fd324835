/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.centralino.media.SoundNode;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.recording.internal.file.FrameRing;
import org.centralino.recording.internal.file.SoundWriter;
import org.centralino.recording.internal.file.Tape;
import org.centralino.recording.internal.store.FileNames;
import org.centralino.recording.internal.store.Orphans;
import org.centralino.recording.internal.store.Row;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallSoundService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recording of one call, or of all members of a conference, from when it was asked for to its end. Confined to the
 * recordings' thread, except where said.
 */
final class LiveRecording {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRecording.class);
    /** Ten seconds: what a disk may take its time with before sound is lost. */
    private static final int FRAMES = 1_000;

    private static final int FRAME_MS = 10;
    private static final int PATIENCE_S = 2;

    private final Studio studio;
    private final BiConsumer<LiveRecording, RecordingState> told;
    private final FrameRing ring = new FrameRing(FRAMES);
    private final Tape tape;
    private final Announcement announcement;
    private final List<Mark.Kind> early = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    /** The calls of the conference's other members, whose sound is in it too. */
    private final Map<String, Call> others = new LinkedHashMap<>();
    /** By way of which it listens. */
    private volatile Call call;

    private volatile long firstFrame;
    private volatile Path folder;
    private @Nullable SoundNode ours;
    private @Nullable SoundNode theirs;
    private CallSoundService.@Nullable Tap tap;
    private @Nullable Row row;
    private volatile boolean locked;
    private volatile boolean ended;
    private long acknowledged = System.nanoTime();
    /** Frames of the ring that are on the disk. */
    private long safe;

    private @Nullable Instant since;
    private boolean kept;
    private RecordingState state;

    /** Who waits until so many frames are on the disk. */
    private record Waiting(long frames, CompletableFuture<Boolean> done) {}

    /** @param told of every change */
    LiveRecording(Studio studio, Call call, boolean locked, BiConsumer<LiveRecording, RecordingState> told) {
        this.studio = studio;
        this.call = call;
        this.locked = locked;
        this.told = told;
        folder = studio.own();
        tape = new Tape("call " + call.id(), ring, this::next, new Told());
        announcement = new Announcement(studio, call.id(), () -> mark(Mark.Kind.ANNOUNCED));
        state = new RecordingState(Kind.STARTING, locked, null, "");
    }

    RecordingState state() {
        return state;
    }

    boolean isLocked() {
        return locked;
    }

    void setLocked(boolean lock) {
        locked = lock;
        tell(state.kind(), state.problem());
    }

    /** Begins to listen and to write. */
    void start() {
        told.accept(this, state);
        listen();
        tape.start();
        if (call.isHeldByUs()) {
            early.add(Mark.Kind.HELD);
        }
        if (call.conference() != null) {
            early.add(Mark.Kind.CONFERENCE);
        }
        announcement.start(call.isHeldByUs());
    }

    private void listen() {
        SoundNode near = studio.graph().sink("recording of call " + call.id() + ", ours", ring.ours());
        SoundNode far = studio.graph().sink("recording of call " + call.id() + ", theirs", ring.theirs());
        ours = near;
        theirs = far;
        tap = studio.sounds().tap(call.id(), near, far);
    }

    private void stopListening() {
        CallSoundService.Tap joined = tap;
        if (joined != null) {
            joined.close();
        }
        remove(ours);
        remove(theirs);
    }

    /** Of another member of the conference too, who is told as all are. */
    void share(Call other) {
        others.put(other.id(), other);
        Row known = row;
        if (known != null) {
            Row shared = shared(known, other);
            row = shared;
            studio.catalogue().save(shared);
        }
        announcement.start(call.isHeldByUs());
    }

    private static Row shared(Row row, Call other) {
        return row.shared(other.created(), FarSide.of(other).number());
    }

    /** From now on it listens by way of this other call of it, whose sound is the same. */
    void carry(String callId) {
        Call next = Lookup.in(others, callId);
        if (next != null) {
            others.remove(callId);
            others.put(call.id(), call);
            call = next;
            stopListening(); // there is no frame between this and the next line, or one of silence
            listen();
            announcement.moveTo(callId);
        }
    }

    /** It is not of this call any more; false where it is of no other either. */
    boolean part(String callId) {
        if (callId.equals(call.id()) && !others.isEmpty()) {
            carry(others.keySet().iterator().next());
        }
        boolean shared = others.containsKey(callId);
        others.remove(callId);
        return shared;
    }

    /** It could not even begin. */
    void broken(RuntimeException why) {
        LOG.error("The recording of call {} does not begin", call.id(), why);
        failed(Problem.words(why, folder));
    }

    /** The call stands otherwise now. */
    void changed(Call now) {
        Call before = call;
        if (!now.id().equals(before.id())) {
            others.put(now.id(), now);
            return;
        }
        call = now;
        if (now.isHeldByUs() != before.isHeldByUs() && !now.isEnded()) {
            mark(now.isHeldByUs() ? Mark.Kind.HELD : Mark.Kind.RESUMED);
            announcement.held(now.isHeldByUs());
        }
        if (now.conference() != null && before.conference() == null) {
            mark(Mark.Kind.CONFERENCE);
        }
        if (now.transfer() != null && before.transfer() == null) {
            mark(Mark.Kind.TRANSFERRED);
        }
    }

    private void mark(Mark.Kind kind) {
        Row known = row;
        if (known == null) {
            early.add(kind);
        } else {
            long frames = Math.max(0, ring.written() - firstFrame);
            mark(known, new Mark(Duration.ofMillis(frames * FRAME_MS), kind));
        }
    }

    private void mark(Row known, Mark mark) {
        Row marked = known.marked(mark);
        row = marked;
        studio.catalogue().save(marked);
    }

    /** Notices when nothing reaches the disk any more, whatever the reason. */
    void watch() {
        if (!ended
                && state.kind() != Kind.FAILED
                && System.nanoTime() - acknowledged > TimeUnit.SECONDS.toNanos(PATIENCE_S)) {
            failed(NLS.bind(Messages.diskHangs, PATIENCE_S));
        }
    }

    /** Completes when what was said so far is on the disk. */
    CompletableFuture<Boolean> flush() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        if (ended || ring.written() <= safe) {
            done.complete(true);
        } else {
            waiting.add(new Waiting(ring.written(), done));
        }
        return done;
    }

    /** Ends it. Complete when all is on the disk, or was given up. */
    CompletableFuture<Boolean> stop() {
        ended = true;
        announcement.stop();
        stopListening();
        return tape.end().whenComplete((done, failed) -> post(this::over));
    }

    private void over() {
        waiting.forEach(each -> each.done().complete(true));
        waiting.clear();
        if (!kept) {
            LOG.error("Nothing of call {} was recorded: {}", call.id(), state.problem());
        }
    }

    private void remove(@Nullable SoundNode node) {
        if (node != null) {
            studio.graph().remove(node);
        }
    }

    private void failed(String problem) {
        if (state.kind() != Kind.FAILED || !state.problem().equals(problem)) {
            LOG.error("Call {} is not being recorded: {}", call.id(), problem);
            tell(Kind.FAILED, problem);
        }
    }

    private void tell(Kind kind, String problem) {
        RecordingState now = new RecordingState(kind, locked, since, problem);
        if (!now.equals(state) && !ended) {
            state = now;
            told.accept(this, now);
        }
    }

    /** Begins a file; on the tape's thread. */
    private Tape.File next() throws IOException {
        Call of = call;
        Settings settings = studio.settings().get();
        folder = settings.keeping(studio.own()).folder();
        Path there = studio.folder();
        Instant start = studio.clock().instant();
        FarSide far = FarSide.of(of);
        String name = FileNames.at(start, settings.format().suffix());
        studio.catalogue().expect(name);
        Path path = there.resolve(name);
        SoundWriter writer = settings.format()
                .write(
                        path,
                        studio.opus(),
                        Orphans.comments(of.account(), far.number(), far.name(), of.created(), start));
        firstFrame = ring.taken();
        Row begun = Row.begun(path, of.account(), far.number(), far.name(), of.created(), start);
        studio.catalogue().save(begun);
        post(() -> begun(begun));
        return new Tape.File(path, writer);
    }

    private void post(Runnable news) {
        try {
            studio.loop().execute(news);
        } catch (RejectedExecutionException e) {
            // The file is as it is; in another life it is listed by what it is found to be.
            LOG.debug("Too late for news of call {}", call.id(), e);
        }
    }

    private void begun(Row begun) {
        Row known = begun;
        for (Call other : others.values()) {
            known = shared(known, other);
        }
        row = known;
        if (!others.isEmpty()) {
            studio.catalogue().save(known);
        }
        early.forEach(this::mark);
        early.clear();
    }

    private @Nullable Row rowOf(Path file) {
        Row known = row;
        return known != null && file.endsWith(known.name()) ? known : null;
    }

    /** What the tape tells, on its thread. */
    private final class Told implements Tape.Listener {

        @Override
        public void written(Path file, Duration length, long bytes, long frames) {
            post(() -> acknowledge(file, length, bytes, frames));
        }

        @Override
        public void gap(Path file, Duration at) {
            post(() -> {
                LOG.error("Sound is missing in {} at {}", file, at);
                Row known = rowOf(file);
                if (known != null) {
                    mark(known, new Mark(at, Mark.Kind.GAP));
                }
            });
        }

        @Override
        public void failed(Exception why) {
            String words = Problem.words(why, folder);
            LOG.debug("Call {}", call.id(), why);
            post(() -> LiveRecording.this.failed(words));
        }

        @Override
        public void ended(Path file, Duration length, long bytes, boolean whole) {
            post(() -> complete(file, length, bytes));
        }
    }

    private void acknowledge(Path file, Duration length, long bytes, long frames) {
        acknowledged = System.nanoTime();
        safe = frames;
        Row known = rowOf(file);
        if (known != null) {
            row = known.grown(length, bytes);
        }
        if (since == null) {
            since = studio.clock().instant();
        }
        if (state.kind() == Kind.FAILED) {
            LOG.info("Call {} is being recorded again", call.id());
        }
        tell(Kind.RECORDING, "");
        for (Waiting each : List.copyOf(waiting)) {
            if (each.frames() <= frames) {
                waiting.remove(each);
                each.done().complete(true);
            }
        }
    }

    private void complete(Path file, Duration length, long bytes) {
        Row known = rowOf(file);
        kept |= bytes > 0;
        if (known != null) {
            row = null;
            studio.catalogue().complete(known.grown(length, bytes));
        }
    }
}
