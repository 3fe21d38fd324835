/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.centralino.media.OpusService;

/** What a recording's file is. */
public enum Format {
    /** Opus in Ogg: some 25 MB an hour. */
    OPUS(".opus"),
    /** 16 bit without loss: 690 MB an hour. */
    WAV(".wav");

    private final String suffix;

    Format(String suffix) {
        this.suffix = suffix;
    }

    /** How the file's name ends. */
    public String suffix() {
        return suffix;
    }

    /**
     * Begins a new file.
     *
     * @param comments each as {@code NAME=value}, for who finds the file alone; not all formats have any
     */
    public SoundWriter write(Path path, OpusService opus, List<String> comments) throws IOException {
        return this == OPUS ? OggOpusWriter.open(path, opus, comments) : new WavWriter(path);
    }

    /** Opens a file of whatever format its name tells. */
    public static SoundReader read(Path path, OpusService opus) throws IOException {
        return path.toString().endsWith(OPUS.suffix) ? OggOpusReader.open(path, opus) : new WavReader(path);
    }

    /** The comments that it was begun with, none where there are none. */
    public static List<String> comments(Path path) throws IOException {
        return path.toString().endsWith(OPUS.suffix) ? OggOpusReader.comments(path) : List.of();
    }
}
