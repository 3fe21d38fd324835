/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.play;

import java.io.IOException;
import org.centralino.media.SoundGraph;
import org.centralino.recording.internal.file.SoundReader;

/** A recording as frames at some pace. For one thread. */
final class Feed {

    private final SoundReader reader;
    private final Window window;
    private final Stretch stretch = new Stretch();
    private final short[] sound = new short[2 * Stretch.REACH + Stretch.PIECE];
    private final short[] hop = new short[Stretch.HOP];
    private final short[] made = new short[SoundGraph.FRAME + Stretch.HOP];
    private int count;
    private double next;

    Feed(SoundReader reader) {
        this.reader = reader;
        window = new Window(reader);
    }

    void jump(long place) {
        next = place;
        count = 0;
        stretch.reset();
    }

    /** Whether all was given. */
    boolean isOver() {
        return next >= reader.length();
    }

    /** Where in the recording it has come to. */
    long place() {
        return Math.min(Math.round(next), reader.length());
    }

    /**
     * Makes a frame.
     *
     * @param pace 1: as it was recorded, 2: twice as fast
     */
    void next(double pace, short[] frame) throws IOException {
        while (count < frame.length) {
            window.read(Math.round(next) - Stretch.REACH, sound);
            stretch.next(sound, Stretch.REACH, hop);
            System.arraycopy(hop, 0, made, count, hop.length);
            count += hop.length;
            next += Stretch.HOP * pace;
        }
        System.arraycopy(made, 0, frame, 0, frame.length);
        count -= frame.length;
        System.arraycopy(made, frame.length, made, 0, count);
    }
}
