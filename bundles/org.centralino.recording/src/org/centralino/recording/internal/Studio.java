/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.centralino.media.OpusService;
import org.centralino.media.SoundGraph;
import org.centralino.recording.internal.store.Catalogue;
import org.centralino.telephony.CallSoundService;

/**
 * What recordings are made with.
 *
 * @param loop the thread that all recordings belong to
 * @param own the workstation's own folder for recordings
 */
record Studio(
        ScheduledExecutorService loop,
        SoundGraph graph,
        OpusService opus,
        CallSoundService sounds,
        Catalogue catalogue,
        Supplier<Settings> settings,
        Path own,
        InstantSource clock) {

    /**
     * Where the next recording is to lie. The workstation's own folder is made where it is missing; another one may be a disk
     * that is not there at the moment, and nothing is to be written in its place.
     */
    Path folder() throws IOException {
        Path folder = settings.get().keeping(own).folder();
        if (folder.equals(own)) {
            Files.createDirectories(folder);
        } else if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return folder;
    }
}
