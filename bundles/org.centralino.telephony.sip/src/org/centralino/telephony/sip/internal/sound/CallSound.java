/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.centralino.media.CallStatistics;
import org.centralino.media.MediaLeg;
import org.centralino.media.MediaService;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one call: its leg, who hears whom, its tones. Methods return at once and may be called on any thread;
 * the work is done in order on a thread of the call's own, so a media library that hangs holds up nobody else.
 */
public final class CallSound {

    private static final Logger LOG = LoggerFactory.getLogger(CallSound.class);
    private static final long BUSY_MS = 3_000;
    private static final long SHORTEST_TONE_MS = 100;

    private final String name;
    private final MediaService media;
    private final SoundGraph graph;
    private final ScheduledThreadPoolExecutor thread;
    private volatile @Nullable MediaLeg leg;
    private @Nullable SoundNode tone;
    private @Nullable SoundNode digit;
    private long digitStarted;
    private boolean closed;

    /** @param name for logs and the graph's nodes */
    public CallSound(String name, MediaService media) {
        this.name = name;
        this.media = media;
        this.graph = media.graph();
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread own = new Thread(task, "sound of " + name);
            own.setDaemon(true);
            return own;
        });
    }

    /** Binds ports at {@code local}; one of the two is called, on the call's sound thread. */
    public void open(InetAddress local, IntConsumer opened, Runnable failed) {
        later(() -> {
            try {
                MediaLeg own = media.openLeg(local);
                if (closed) {
                    own.close();
                    return;
                }
                leg = own;
                opened.accept(own.rtpPort());
            } catch (IOException | RuntimeException e) {
                LOG.error("{}: no leg", name, e);
                failed.run();
            }
        });
    }

    /** Lets RTP flow as agreed. */
    public void start(RtpSession session) {
        onLeg(own -> own.start(session));
    }

    /** Who hears whom. */
    public void voice(boolean speaker, boolean microphone) {
        onLeg(own -> {
            join(own.node(), graph.speaker(), speaker);
            join(graph.microphone(), own.node(), microphone);
        });
    }

    /** Music in place of microphone and speaker, or no music any more. */
    public void music(boolean on) {
        if (on) {
            voice(false, false);
        }
    }

    private void join(SoundNode from, SoundNode to, boolean joined) {
        if (joined) {
            graph.connect(from, to);
        } else {
            graph.disconnect(from, to);
        }
    }

    /** The far side is being alerted. */
    public void ringback() {
        later(() -> play("ringback", Tones.ringback(), graph.speaker()));
    }

    /** Somebody calls; {@code busy}: while we talk to somebody else. */
    public void ring(boolean busy) {
        later(() -> play("ring", busy ? Tones.callWaiting() : Tones.ring(), busy ? graph.speaker() : graph.ringer()));
    }

    /** Three seconds of it. */
    public void busy() {
        later(() -> {
            play("busy", Tones.busy(), graph.speaker());
            thread.schedule(this::silence, BUSY_MS, TimeUnit.MILLISECONDS);
        });
    }

    /** No tone of ours any more. */
    public void quiet() {
        later(this::silence);
    }

    private void play(String what, ToneSource source, SoundNode to) {
        silence();
        SoundNode node = graph.source(what + " of " + name, source);
        graph.connect(node, to);
        tone = node;
    }

    private void silence() {
        SoundNode node = tone;
        tone = null;
        if (node != null) {
            graph.remove(node);
        }
    }

    /** Starts a keypad tone by RFC 4733. */
    public void startEvent(char key) {
        onLeg(own -> own.startTone(key));
    }

    public void stopEvent() {
        onLeg(MediaLeg::stopTone);
    }

    /** Starts a keypad tone in the sound itself. */
    public void startAudible(char key) {
        onLeg(own -> {
            endDigit();
            SoundNode node = graph.source("keypad of " + name, Tones.dtmf(key));
            graph.connect(node, own.node());
            digit = node;
            digitStarted = System.nanoTime();
        });
    }

    public void stopAudible() {
        later(() -> {
            long played = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - digitStarted);
            SoundNode node = digit;
            if (node == null || played >= SHORTEST_TONE_MS) {
                endDigit();
                return;
            }
            thread.schedule(
                    () -> {
                        if (digit == node) {
                            endDigit();
                        }
                    },
                    SHORTEST_TONE_MS - played,
                    TimeUnit.MILLISECONDS);
        });
    }

    private void endDigit() {
        SoundNode node = digit;
        digit = null;
        if (node != null) {
            graph.remove(node);
        }
    }

    /** Counters of the leg, null while there is none. */
    public @Nullable CallStatistics statistics() {
        MediaLeg own = leg;
        return own == null ? null : own.statistics();
    }

    /** Frees the leg and ends all tones but the busy tone, which plays to its end. */
    public void close() {
        later(() -> {
            closed = true;
            endDigit();
            silence();
            MediaLeg own = leg;
            if (own != null) {
                graph.disconnect(own.node(), graph.speaker());
                graph.disconnect(graph.microphone(), own.node());
                own.close();
            }
        });
    }

    /** Ends the thread when what was begun is over. */
    public void retire() {
        thread.schedule(thread::shutdown, BUSY_MS + 1_000, TimeUnit.MILLISECONDS);
    }

    private interface LegWork {
        void on(MediaLeg leg);
    }

    private void onLeg(LegWork work) {
        later(() -> {
            MediaLeg own = leg;
            if (own != null && !closed) {
                work.on(own);
            }
        });
    }

    private void later(Runnable work) {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("{}: sound failed", name, e);
            }
        });
    }
}
