/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.centralino.recording.Playback;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Mark;
import org.centralino.recording.RecordingCatalogue;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One recording that is listened to. For one thread, the display's. */
final class Player {

    /** How far an arrow key goes. */
    static final Duration STEP = Duration.ofSeconds(5);

    /** How far a page key goes. */
    static final Duration LEAP = Duration.ofSeconds(30);

    static final List<Double> SPEEDS = List.of(0.75, 1.0, 1.25, 1.5, 2.0);

    private static final Logger LOG = LoggerFactory.getLogger(Player.class);
    private static final int COLUMNS = 400;
    /** Nearer to the end there is nothing left to hear. */
    private static final Duration END = Duration.ofMillis(30);
    /** Going back within this of a mark goes to the one before it. */
    private static final Duration NEAR = Duration.ofSeconds(1);
    /** So many times it may be asked without playing until it counts as stopped: it begins a moment after it is told to. */
    private static final int PATIENCE = 10;

    /** A part of a recording. */
    record Stretch(Duration from, Duration to) {}

    private final Recording recording;
    private final RecordingCatalogue catalogue;
    private final Executor display;
    private Runnable told = () -> {};
    private @Nullable Playback playback;
    private boolean opening;
    private boolean playing;
    private boolean closed;
    private int silent;
    private double speed = 1;
    private Duration position = Duration.ZERO;
    private Wave wave = Wave.NONE;
    private String problem = "";

    Player(Recording recording, RecordingCatalogue catalogue, Executor display) {
        this.recording = recording;
        this.catalogue = catalogue;
        this.display = display;
    }

    /** What is told whenever something here is another. */
    void onChange(Runnable changed) {
        told = changed;
    }

    /** Opens it and begins to play. */
    void start() {
        catalogue
                .waveform(recording.id(), COLUMNS)
                .thenAccept(peaks -> display.execute(() -> {
                    wave = new Wave(peaks);
                    told.run();
                }))
                .exceptionally(failure -> {
                    LOG.warn("Recording {} has no waveform", recording.id(), failure);
                    return null;
                });
        playing = true;
        open();
    }

    private void open() {
        opening = true;
        catalogue
                .play(recording.id())
                .thenAccept(opened -> display.execute(() -> opened(opened)))
                .exceptionally(failure -> {
                    LOG.warn("Recording {} cannot be listened to", recording.id(), failure);
                    display.execute(() -> failed(Reasons.of(failure)));
                    return null;
                });
    }

    private void opened(Playback opened) {
        opening = false;
        if (closed) {
            opened.close();
            return;
        }
        playback = opened;
        silent = 0;
        opened.setSpeed(speed);
        if (!position.isZero()) {
            opened.seek(position);
        }
        if (playing) {
            opened.resume();
        }
        told.run();
    }

    private void failed(String why) {
        opening = false;
        playing = false;
        problem = why;
        told.run();
    }

    /** Plays on, or pauses; from the end it begins anew. */
    void toggle() {
        Playback open = playback;
        playing = !playing;
        problem = "";
        silent = 0;
        if (!playing) {
            if (open != null) {
                open.pause();
            }
        } else {
            if (isAtEnd()) {
                seek(Duration.ZERO);
            }
            if (open != null) {
                open.resume();
            } else if (!opening) {
                open();
            }
        }
        told.run();
    }

    /** A moment went by. */
    void tick() {
        Playback open = playback;
        if (open == null || !playing) {
            return;
        }
        position = open.position();
        if (open.isPlaying()) {
            silent = 0;
        } else if (isAtEnd() || ++silent > PATIENCE) {
            playing = false;
        }
        told.run();
    }

    /** Goes to a place; outside of it is its beginning or its end. */
    void seek(Duration place) {
        Duration length = length();
        position = place.isNegative() ? Duration.ZERO : place.compareTo(length) > 0 ? length : place;
        Playback open = playback;
        if (open != null) {
            open.seek(position);
        }
        told.run();
    }

    /** Goes on, or back where {@code by} is negative. */
    void seekBy(Duration by) {
        seek(position.plus(by));
    }

    /** Goes to the next thing that happened, to the end where there is none. */
    void toNextMark() {
        for (Mark mark : recording.marks()) {
            if (mark.at().compareTo(position) > 0) {
                seek(mark.at());
                return;
            }
        }
        seek(length());
    }

    /** Goes back to the last thing that happened, to the beginning where there is none. */
    void toPreviousMark() {
        Duration place = Duration.ZERO;
        for (Mark mark : recording.marks()) {
            if (mark.at().plus(NEAR).compareTo(position) < 0) {
                place = mark.at();
            }
        }
        seek(place);
    }

    void setSpeed(double times) {
        speed = times;
        Playback open = playback;
        if (open != null) {
            open.setSpeed(times);
        }
        told.run();
    }

    void close() {
        closed = true;
        playing = false;
        told = () -> {};
        Playback open = playback;
        playback = null;
        if (open != null) {
            open.close();
        }
    }

    Recording recording() {
        return recording;
    }

    boolean isPlaying() {
        return playing;
    }

    Duration position() {
        return position;
    }

    Duration length() {
        Playback open = playback;
        return open == null ? recording.length() : open.length();
    }

    double speed() {
        return speed;
    }

    Wave wave() {
        return wave;
    }

    /** Why it cannot be listened to; empty where it can. */
    String problem() {
        return problem;
    }

    /** Where the call was held. */
    List<Stretch> held() {
        List<Stretch> all = new ArrayList<>();
        Duration since = null;
        for (Mark mark : recording.marks()) {
            if (mark.kind() == Mark.Kind.HELD && since == null) {
                since = mark.at();
            } else if (mark.kind() == Mark.Kind.RESUMED && since != null) {
                all.add(new Stretch(since, mark.at()));
                since = null;
            }
        }
        if (since != null) {
            all.add(new Stretch(since, length()));
        }
        return all;
    }

    private boolean isAtEnd() {
        return position.plus(END).compareTo(length()) >= 0;
    }
}
