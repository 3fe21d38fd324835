/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.centralino.media.CallStatistics;
import org.centralino.media.MediaLeg;
import org.centralino.media.MediaService;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.centralino.telephony.CallSoundService;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one call: its leg, who hears whom, its tones. Methods return at once and may be called on any thread;
 * the work is done in order on a thread of the call's own, so a media library that hangs holds up nobody else.
 */
public final class CallSound {

    private static final Logger LOG = LoggerFactory.getLogger(CallSound.class);

    private final String name;
    private final MediaService media;
    private final MusicOnHold music;
    private final SoundGraph graph;
    private final ScheduledThreadPoolExecutor thread;
    private volatile @Nullable MediaLeg leg;
    private final CallTones tones;
    private final Taps taps;
    private final Bridge bridge;
    private final Keypad keypad = new Keypad(Keypad.LEVEL);
    private @Nullable SoundNode keypadNode;
    private @Nullable SoundNode musicNode;
    private boolean agreed;
    private boolean held;
    private boolean present;
    private boolean speakerWanted;
    private boolean microphoneWanted;
    private boolean closed;

    /**
     * @param name for logs and the graph's nodes
     * @param music what the far side hears while {@link #music} is on
     * @param country whose tones are heard, ISO 3166-1 alpha-2
     */
    public CallSound(String name, MediaService media, MusicOnHold music, String country) {
        this.name = name;
        this.media = media;
        this.music = music;
        this.graph = media.graph();
        this.bridge = new Bridge(name, graph);
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread own = new Thread(task, "sound of " + name);
            own.setDaemon(true);
            return own;
        });
        this.tones = new CallTones(name, graph, CountryTones.of(country), thread);
        this.taps = new Taps(graph);
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
        onLeg(own -> {
            agreed = true;
            own.start(session);
        });
    }

    /** Who hears whom. While music is on, neither is joined; what was asked for last comes when the music ends. */
    public void voice(boolean speaker, boolean microphone) {
        onLeg(own -> {
            speakerWanted = speaker;
            microphoneWanted = microphone;
            arrange(own);
        });
    }

    /**
     * Holds: the far side hears music from its beginning, nothing of the microphone, and is not heard. When it ends, the
     * far side hears nothing but what {@link #voice} asks for, after it began or later.
     */
    public void music(boolean on) {
        onLeg(own -> {
            if (on == held) {
                return;
            }
            held = on;
            if (on) {
                speakerWanted = false;
                microphoneWanted = false;
                // Before the music is there, which may take a moment the first time.
                arrange(own);
                SoundNode node = graph.source("music of " + name, music.start());
                graph.connect(node, own.node());
                musicNode = node;
            } else {
                endMusic();
                arrange(own);
            }
        });
    }

    private void endMusic() {
        SoundNode node = musicNode;
        musicNode = null;
        if (node != null) {
            graph.remove(node);
        }
    }

    private void arrange(MediaLeg own) {
        join(own.node(), graph.speaker(), speakerWanted && !held);
        join(graph.microphone(), own.node(), microphoneWanted && !held);
        taps.arrange(
                own.node(),
                present && !held ? bridge.others() : List.of(),
                microphoneWanted && !held,
                speakerWanted && !held);
        bridge.arrange(own.node(), !held);
    }

    /** From now on these hear each side as long as it is heard, and no music. */
    public CallSoundService.Tap tap(SoundNode ours, SoundNode theirs) {
        return join(new Taps.Listener(ours, theirs));
    }

    /** Both sides hear this too, unless the call is held. */
    public CallSoundService.Tap play(SoundNode source) {
        return join(new Taps.Announcer(source));
    }

    private CallSoundService.Tap join(Taps.Guest guest) {
        later(() -> {
            if (!closed) {
                taps.add(guest);
            }
        });
        return () -> later(() -> taps.remove(guest));
    }

    /**
     * Member of a conference: the far side also hears these, unless music is on, and its level is measured.
     *
     * @param here whether we take part, so that who taps the call hears these too
     */
    public void confer(boolean here, List<CallSound> speaking) {
        onLeg(own -> {
            present = here;
            List<SoundNode> legs = new ArrayList<>();
            for (CallSound other : speaking) {
                MediaLeg theirs = other.leg;
                if (theirs != null) {
                    legs.add(theirs.node());
                }
            }
            bridge.hear(own.node(), legs);
            arrange(own);
        });
    }

    /** Member of no conference any more. */
    public void part() {
        onLeg(own -> {
            bridge.close(own.node());
            arrange(own);
        });
    }

    /** The loudest sample of the last tenth of a second of what a member says, 0 to 1. */
    public double level() {
        return bridge.level();
    }

    private void join(SoundNode from, SoundNode to, boolean joined) {
        if (joined) {
            graph.connect(from, to);
        } else {
            graph.disconnect(from, to);
        }
    }

    /** The far side is being alerted; heard until sound of its own comes. */
    public void ringback() {
        later(() -> tones.ringback(agreed, this::isFarSideHeard));
    }

    private boolean isFarSideHeard() {
        CallStatistics counted = statistics();
        return agreed && counted != null && counted.packetsReceived() > 0;
    }

    /** Somebody calls; {@code talking}: while we talk to somebody else. */
    public void ring(boolean talking) {
        later(() -> tones.ring(talking));
    }

    /** The far side is busy, for three seconds. */
    public void busy() {
        later(tones::busy);
    }

    /** The network did not get there, for three seconds. */
    public void congestion() {
        later(tones::congestion);
    }

    /** No tone of ours any more. */
    public void quiet() {
        later(tones::quiet);
    }

    /** The operator hears the key that is pressed; the far side does not, by this. */
    public void press(char key) {
        onLeg(own -> tones.press(key));
    }

    public void release() {
        later(tones::release);
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
            SoundNode node = keypadNode;
            if (node == null) {
                node = graph.source("keypad of " + name, keypad);
                graph.connect(node, own.node());
                keypadNode = node;
            }
            keypad.start(key);
        });
    }

    public void stopAudible() {
        later(keypad::stop);
    }

    /** Counters of the leg, null while there is none. */
    public @Nullable CallStatistics statistics() {
        MediaLeg own = leg;
        return own == null ? null : own.statistics();
    }

    /** Frees the leg and ends all tones; those of a failure may follow. */
    public void close() {
        later(() -> {
            closed = true;
            taps.close();
            tones.close();
            endMusic();
            SoundNode keys = keypadNode;
            if (keys != null) {
                graph.remove(keys);
            }
            MediaLeg own = leg;
            if (own != null) {
                graph.disconnect(own.node(), graph.speaker());
                graph.disconnect(graph.microphone(), own.node());
                bridge.close(own.node());
                own.close();
            }
        });
    }

    /** Ends the thread when what was begun is over. */
    public void retire() {
        thread.schedule(thread::shutdown, CallTones.END_MS + 1_000, TimeUnit.MILLISECONDS);
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
