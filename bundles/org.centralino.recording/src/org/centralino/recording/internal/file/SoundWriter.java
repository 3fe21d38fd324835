/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.Closeable;
import java.io.IOException;

/** Writes sound of two sides into a file. For one thread, which must not be interrupted. */
public interface SoundWriter extends Closeable {

    /** Adds a frame, ours first and then theirs. It is on the disk after the next {@link #flush}. */
    void add(short[] both) throws IOException;

    /**
     * Brings what was added to the disk, but for less than 20 ms. Where it fails, it can be tried again, and no sound is lost.
     */
    void flush() throws IOException;

    /** Brings all to the disk, with a proper end. Can be tried again too; nothing can be added after. */
    void finish() throws IOException;

    /** Bytes on the disk. */
    long bytes();

    /** Closes the file as it was flushed last. */
    @Override
    void close() throws IOException;
}
