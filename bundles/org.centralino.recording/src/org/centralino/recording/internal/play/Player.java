/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.play;

import java.io.IOException;
import java.time.Duration;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.centralino.recording.Playback;
import org.centralino.recording.internal.file.SoundReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays a recording, both sides together, into the speaker. A thread of its own reads ahead. */
public final class Player implements Playback {

    private static final Logger LOG = LoggerFactory.getLogger(Player.class);
    /** Frames that are read ahead: a disk may be slow, and a change of speed is to be heard soon. */
    private static final int AHEAD = 30;

    private static final long LOOK_MS = 200;
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 2;
    private static final long NOWHERE = -1;

    private final SoundReader reader;
    private final long samples;
    private final SoundGraph graph;
    private final Queue queue = new Queue(AHEAD);
    private final Feed feed;
    private final SoundNode node;
    private final Object lock = new Object();
    private double speed = 1;
    private long wanted = NOWHERE;
    private boolean playing;
    private boolean over;
    private boolean closed;

    /** @param reader closed with this */
    public Player(SoundReader reader, SoundGraph graph) {
        this.reader = reader;
        this.graph = graph;
        samples = reader.length();
        feed = new Feed(reader);
        node = graph.source("recording", queue);
        graph.connect(node, graph.speaker());
    }

    /** Begins to read; nothing is heard before {@link #resume}. */
    public void start() {
        Thread.ofPlatform().name("playing a recording").daemon().start(this::run);
    }

    @Override
    public void resume() {
        synchronized (lock) {
            if (!closed && !playing) {
                if (over && queue.isEmpty()) {
                    seekTo(0);
                }
                playing = true;
                queue.flow(true);
                lock.notifyAll();
            }
        }
    }

    @Override
    public void pause() {
        synchronized (lock) {
            playing = false;
            queue.flow(false);
        }
    }

    @Override
    public boolean isPlaying() {
        synchronized (lock) {
            return playing;
        }
    }

    @Override
    public void seek(Duration position) {
        synchronized (lock) {
            seekTo(Math.clamp(position.toMillis() * (SoundGraph.RATE / 1000), 0, samples));
        }
    }

    private void seekTo(long place) {
        wanted = place;
        queue.clear(place);
        lock.notifyAll();
    }

    @Override
    public Duration position() {
        return time(queue.heard());
    }

    @Override
    public Duration length() {
        return time(samples);
    }

    private static Duration time(long samples) {
        return Duration.ofMillis(samples * 1000 / SoundGraph.RATE);
    }

    @Override
    public void setSpeed(double factor) {
        synchronized (lock) {
            speed = Math.clamp(factor, SLOWEST, FASTEST);
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            playing = false;
            lock.notifyAll();
        }
        graph.remove(node);
    }

    private void run() {
        short[] frame = new short[SoundGraph.FRAME];
        try (reader) {
            while (awaitWork()) {
                double pace = prepare();
                if (feed.isOver()) {
                    end();
                } else if (queue.await(LOOK_MS)) {
                    feed.next(pace, frame);
                    add(frame);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("A recording cannot be played on", e);
            pause();
        }
    }

    /** Waits until there is something to be done; false when it is closed. */
    private boolean awaitWork() throws InterruptedException {
        synchronized (lock) {
            while (!closed && wanted == NOWHERE && !playing) {
                lock.wait();
            }
            return !closed;
        }
    }

    /** Goes to where it is to go; returns the pace. */
    private double prepare() {
        synchronized (lock) {
            if (wanted != NOWHERE) {
                feed.jump(wanted);
                wanted = NOWHERE;
                over = false;
            }
            return speed;
        }
    }

    private void add(short[] frame) {
        synchronized (lock) {
            if (wanted == NOWHERE) {
                queue.add(frame, feed.place());
            }
        }
    }

    /** All was read; playing ends when all was heard. */
    private void end() throws InterruptedException {
        synchronized (lock) {
            over = true;
            if (wanted == NOWHERE && queue.isEmpty()) {
                playing = false;
                queue.flow(false);
                queue.clear(samples);
            } else if (wanted == NOWHERE && !closed) {
                lock.wait(LOOK_MS / 10);
            }
        }
    }
}
