/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.centralino.media.MediaService;
import org.centralino.media.OpusService;
import org.centralino.recording.Recording;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.recording.internal.testing.TonesInCalls;
import org.centralino.testbench.Await;

/** A recorder with its folder, and all that was told of it. */
final class Rig implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(10);

    final Map<String, String> settings = new ConcurrentHashMap<>();
    final List<RecordingState> told = new CopyOnWriteArrayList<>();
    final TonesInCalls sounds;
    final Recorder recorder;
    final Path folder;
    private final Audience audience = new Audience();

    Rig(Path folder, MediaService media, OpusService opus, boolean automatic) {
        this.folder = folder;
        sounds = new TonesInCalls(media.graph());
        audience.add(new RecordingListener() {
            @Override
            public void recordingChanged(String callId, RecordingState state) {
                told.add(state);
            }
        });
        recorder = new Recorder(
                folder,
                media,
                opus,
                sounds,
                () -> Settings.of(name -> settings.getOrDefault(name, "")),
                audience,
                automatic);
        recorder.open();
    }

    void await(Kind kind) {
        Await.until(
                SOON,
                () -> "not " + kind + ": " + told,
                () -> !told.isEmpty() && told.getLast().kind() == kind);
    }

    /** Those that are listed as complete, when there are so many. */
    List<Recording> complete(int count) throws Exception {
        Await.until(
                SOON,
                () -> "not " + count + " complete recordings",
                () -> recordings().size() == count && recordings().stream().allMatch(Recording::complete));
        return recordings();
    }

    List<Recording> recordings() throws Exception {
        return recorder.catalogue().latest(100).get(10, TimeUnit.SECONDS);
    }

    /** The files of the workstation's own folder. */
    Path files() {
        return folder.resolve("files");
    }

    @Override
    public void close() {
        recorder.close();
        audience.close();
    }
}
