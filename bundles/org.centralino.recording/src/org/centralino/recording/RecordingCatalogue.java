/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The recordings of this user. Methods may be called on any thread and return at once; a future that fails does so with an
 * {@code IOException} whose message is for people.
 */
@ProviderType
public interface RecordingCatalogue {

    /** The latest, newest first. */
    CompletableFuture<List<Recording>> latest(int limit);

    /** Those of one call, by when it was dialled or came in; also those of a conference that it was in. */
    CompletableFuture<List<Recording>> ofCall(Instant call);

    /** Those of calls with any of these numbers, newest first. */
    CompletableFuture<List<Recording>> with(List<String> numbers, int limit);

    /**
     * The loudest sample, 0 to 1, of each of {@code columns} equal parts: first all of the left channel, then the right.
     */
    CompletableFuture<float[]> waveform(long id, int columns);

    /** Opens it for listening to; at most one is open, the one before is closed. */
    CompletableFuture<Playback> play(long id);

    /** How the name of a recording's file ends, without the dot: what it was recorded as. */
    default String extension(long id) {
        return "opus";
    }

    /** Writes a copy to {@code file}; the file appears whole. */
    CompletableFuture<Void> export(long id, Path file);

    /** Whether the policy lets the user delete. */
    boolean canDelete();

    /** Deletes it where the policy lets the user; refused otherwise. */
    CompletableFuture<Void> delete(long id);
}
