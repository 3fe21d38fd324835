/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.centralino.recording.Playback;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.Recording.Storage;
import org.centralino.recording.RecordingCatalogue;
import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.eclipse.jdt.annotation.Nullable;

/** Recording and its catalogue in memory; writes down what it is told. */
final class FakeRecording implements RecordingService, RecordingCatalogue {

    static final Instant CALL = Instant.parse("2026-11-20T10:00:00Z");
    static final Duration LENGTH = Duration.ofSeconds(362);

    final Map<String, @Nullable RecordingState> states = new HashMap<>();
    final List<String> commands = new ArrayList<>();
    final List<Recording> recordings = new ArrayList<>();
    final List<FakePlayback> playbacks = new ArrayList<>();
    final List<CompletableFuture<List<Recording>>> waiting = new ArrayList<>();
    boolean automatic;
    boolean canDelete = true;
    boolean slow;
    String broken = "";

    static RecordingState state(Kind kind, boolean locked) {
        boolean failed = kind == Kind.FAILED;
        return new RecordingState(kind, locked, kind == Kind.RECORDING ? CALL : null, failed ? "the disk is full" : "");
    }

    /** A recording with Maria's number that is over. */
    static Recording recording(long id, Mark... marks) {
        return recording(id, "142", Storage.HERE, true, marks);
    }

    static Recording recording(long id, String number, Storage storage, boolean complete, Mark... marks) {
        Instant start = CALL.plusSeconds(id);
        return new Recording(
                id,
                "sip:anna@example.test",
                number,
                "Maria Rossi",
                CALL,
                start,
                LENGTH,
                1_449_000,
                List.of(marks),
                complete,
                storage);
    }

    static Mark mark(long seconds, Mark.Kind kind) {
        return new Mark(Duration.ofSeconds(seconds), kind);
    }

    FakePlayback playback() {
        return playbacks.getLast();
    }

    @Override
    public boolean isAutomatic() {
        return automatic;
    }

    @Override
    public RecordingState state(String callId) {
        RecordingState state = states.get(callId);
        return state == null ? RecordingState.OFF : state;
    }

    @Override
    public void start(String callId) {
        commands.add("start " + callId);
        states.put(callId, state(Kind.RECORDING, false));
    }

    @Override
    public void stop(String callId) {
        commands.add("stop " + callId);
        states.remove(callId);
    }

    @Override
    public RecordingCatalogue catalogue() {
        return this;
    }

    @Override
    public CompletableFuture<Void> flush() {
        return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<List<Recording>> latest(int limit) {
        return answer(recordings.stream().limit(limit).toList());
    }

    @Override
    public CompletableFuture<List<Recording>> ofCall(Instant call) {
        commands.add("of " + call);
        return answer(recordings.stream().filter(r -> r.call().equals(call)).toList());
    }

    @Override
    public CompletableFuture<List<Recording>> with(List<String> numbers, int limit) {
        return answer(recordings.stream()
                .filter(r -> numbers.contains(r.number()))
                .limit(limit)
                .toList());
    }

    private <T> CompletableFuture<T> failing() {
        return CompletableFuture.failedFuture(new IOException(broken));
    }

    private CompletableFuture<List<Recording>> answer(List<Recording> found) {
        if (!broken.isEmpty()) {
            return failing();
        }
        if (slow) {
            CompletableFuture<List<Recording>> later = new CompletableFuture<>();
            waiting.add(later);
            return later;
        }
        return CompletableFuture.completedFuture(found);
    }

    @Override
    public CompletableFuture<float[]> waveform(long id, int columns) {
        float[] peaks = new float[2 * columns];
        for (int i = 0; i < columns; i++) {
            boolean ours = i / 20 % 2 == 0;
            float voice = (float) Math.abs(Math.sin(i * 0.7) * Math.sin(i * 0.13)) * 0.7f;
            peaks[i] = ours ? voice : 0.01f;
            peaks[columns + i] = ours ? 0.01f : voice;
        }
        return CompletableFuture.completedFuture(peaks);
    }

    @Override
    public CompletableFuture<Playback> play(long id) {
        if (!broken.isEmpty()) {
            return failing();
        }
        commands.add("play " + id);
        FakePlayback opened = new FakePlayback(LENGTH);
        playbacks.add(opened);
        return CompletableFuture.completedFuture(opened);
    }

    @Override
    public CompletableFuture<Void> export(long id, Path file) {
        if (!broken.isEmpty()) {
            return failing();
        }
        commands.add("export " + id + " " + file);
        return CompletableFuture.allOf();
    }

    @Override
    public boolean canDelete() {
        return canDelete;
    }

    @Override
    public CompletableFuture<Void> delete(long id) {
        if (!broken.isEmpty()) {
            return failing();
        }
        commands.add("delete " + id);
        recordings.removeIf(r -> r.id() == id);
        return CompletableFuture.allOf();
    }
}
