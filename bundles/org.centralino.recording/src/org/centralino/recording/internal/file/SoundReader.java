/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.Closeable;
import java.io.IOException;

/** Reads sound of two sides at 48 kHz. For one thread. */
public interface SoundReader extends Closeable {

    /** How many samples there are of each side. */
    long length();

    /** The next sample to be read; beyond the end is the end. */
    void seek(long sample) throws IOException;

    /**
     * Reads as many samples as the arrays have room for, fewer only at the end.
     *
     * @return how many, 0 at the end
     */
    int read(short[] ours, short[] theirs) throws IOException;

    @Override
    void close() throws IOException;
}
