/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.centralino.recording.Playback;

/** A playback that goes on only when the test says so. */
final class FakePlayback implements Playback {

    final List<String> commands = new ArrayList<>();
    private final Duration length;
    private Duration position = Duration.ZERO;
    private boolean playing;
    boolean closed;

    FakePlayback(Duration length) {
        this.length = length;
    }

    /** Time goes by; at the end it stops. */
    void goOn(Duration by) {
        if (playing) {
            position = position.plus(by);
            if (position.compareTo(length) >= 0) {
                position = length;
                playing = false;
            }
        }
    }

    /** The sound device took it away. */
    void breakOff() {
        playing = false;
    }

    @Override
    public void resume() {
        playing = true;
        commands.add("resume");
    }

    @Override
    public void pause() {
        playing = false;
        commands.add("pause");
    }

    @Override
    public boolean isPlaying() {
        return playing;
    }

    @Override
    public void seek(Duration place) {
        position = place;
        commands.add("seek " + place.toSeconds());
    }

    @Override
    public Duration position() {
        return position;
    }

    @Override
    public Duration length() {
        return length;
    }

    @Override
    public void setSpeed(double speed) {
        commands.add("speed " + speed);
    }

    @Override
    public void close() {
        closed = true;
        playing = false;
    }
}
