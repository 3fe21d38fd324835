/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.Recording.Storage;

/**
 * A recording as it is remembered. Immutable.
 *
 * @param name of its file, which is what it is known by
 * @param folder of its file
 * @param recording what is told of it; its id is 0 while it has none, and its storage tells nothing of damage
 * @param also the other calls that it is of, as {@link Also} writes them; empty where it is of one alone
 * @param damaged whether the file is not what was written
 * @param sha what the file's bytes were when it was complete, SHA-256 in hexadecimal digits; empty before
 */
public record Row(String name, Path folder, Recording recording, String also, boolean damaged, String sha) {

    /** A recording that begins. */
    public static Row begun(Path file, String account, String number, String person, Instant call, Instant start) {
        Recording recording = new Recording(
                0, account, number, person, call, start, Duration.ZERO, 0, List.of(), false, Storage.HERE);
        return new Row(String.valueOf(file.getFileName()), file.toAbsolutePath().getParent(), recording, "", false, "");
    }

    /** It is this long now. */
    public Row grown(Duration length, long bytes) {
        Recording r = recording;
        return with(r.marks(), length, bytes, r.complete(), r.storage());
    }

    public Row marked(Mark mark) {
        List<Mark> marks = new ArrayList<>(recording.marks());
        marks.add(mark);
        return with(marks, recording.length(), recording.bytes(), recording.complete(), recording.storage());
    }

    /** It is of this call too, which was dialled or came in then and has this number at its far side. */
    public Row shared(Instant call, String number) {
        return new Row(name, folder, recording, Also.with(also, call, number), damaged, sha);
    }

    /** Nothing is written to its file any more. */
    Row completed(Duration length, long bytes, Storage storage) {
        return with(recording.marks(), length, bytes, true, storage);
    }

    private Row with(List<Mark> marks, Duration length, long bytes, boolean complete, Storage storage) {
        Recording r = recording;
        return new Row(
                name,
                folder,
                new Recording(
                        r.id(),
                        r.account(),
                        r.number(),
                        r.name(),
                        r.call(),
                        r.start(),
                        length,
                        bytes,
                        marks,
                        complete,
                        storage),
                also,
                damaged,
                sha);
    }

    /** What views see. */
    Recording told() {
        return damaged && recording.storage() != Storage.STORE
                ? with(recording.marks(), recording.length(), recording.bytes(), recording.complete(), Storage.DAMAGED)
                        .recording
                : recording;
    }

    /** Whether there is a file here. */
    public boolean isHere() {
        return recording.storage() != Storage.STORE;
    }
}
