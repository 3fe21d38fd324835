/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.play;

import java.io.IOException;
import java.util.Arrays;
import org.centralino.media.SoundGraph;
import org.centralino.recording.internal.file.SoundReader;

/** Both sides of a recording together, where it is being read: going on a bit, or back, decodes nothing twice. */
final class Window {

    private static final int PART = 2 * SoundGraph.FRAME;

    private final SoundReader reader;
    private final short[] samples = new short[SoundGraph.RATE / 2];
    private final short[] ours = new short[PART];
    private final short[] theirs = new short[PART];
    private long from;
    private int count;

    Window(SoundReader reader) {
        this.reader = reader;
    }

    /** Fills {@code out} with the sound from a place on, which is silence before the beginning and after the end. */
    void read(long place, short[] out) throws IOException {
        Arrays.fill(out, (short) 0);
        int silent = Math.clamp(-place, 0, out.length);
        long begin = place + silent;
        long end = Math.min(place + out.length, reader.length());
        if (begin >= end) {
            return;
        }
        if (begin < from || begin > from + count) {
            reader.seek(begin);
            from = begin;
            count = 0;
        }
        boolean more = true;
        while (more && from + count < end) {
            more = more(begin);
        }
        int there = (int) Math.clamp(from + count - begin, 0, end - begin);
        System.arraycopy(samples, (int) (begin - from), out, silent, there);
    }

    private boolean more(long keep) throws IOException {
        if (count + PART > samples.length) {
            int old = (int) (keep - from);
            count -= old;
            from += old;
            System.arraycopy(samples, old, samples, 0, count);
        }
        int got = reader.read(ours, theirs);
        for (int i = 0; i < got; i++) {
            samples[count + i] = (short) Math.clamp(ours[i] + theirs[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        count += got;
        return got > 0;
    }
}
