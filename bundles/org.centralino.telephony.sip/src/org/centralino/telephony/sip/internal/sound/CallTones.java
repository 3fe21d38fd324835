/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.eclipse.jdt.annotation.Nullable;

/** The tones that tell the operator how a call stands, one at a time, and those of its keys. Confined to its thread. */
final class CallTones {

    /** How long a call is heard to have failed. */
    static final long END_MS = 3_000;

    private static final long EARLY_PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOK_MS = 50;
    /** In the ear: under a voice, and nothing that would hurt. */
    private static final double KEY_LEVEL = 2_000;

    private final String name;
    private final SoundGraph graph;
    private final CountryTones country;
    private final ScheduledExecutorService thread;
    private final Keypad keys = new Keypad(KEY_LEVEL);
    private @Nullable SoundNode keyNode;
    private @Nullable SoundNode tone;
    private @Nullable Cadence playing;
    private int ringback;

    CallTones(String name, SoundGraph graph, CountryTones country, ScheduledExecutorService thread) {
        this.name = name;
        this.graph = graph;
        this.country = country;
        this.thread = thread;
    }

    /**
     * The far side is being alerted. It is heard from us as long as nothing comes from the far side itself, which may
     * announce something in place of it (RFC 3960, 3.2).
     *
     * @param early whether sound was agreed on already: then it gets half a second to come
     * @param farSideSounds whether sound came of the far side
     */
    void ringback(boolean early, BooleanSupplier farSideSounds) {
        ringback++;
        watch(ringback, System.nanoTime() + (early ? EARLY_PATIENCE : 0), farSideSounds);
    }

    private void watch(int round, long from, BooleanSupplier farSideSounds) {
        if (round != ringback) {
            return;
        }
        if (farSideSounds.getAsBoolean()) {
            quiet();
            return;
        }
        if (System.nanoTime() - from >= 0) {
            play("ringback", country.ringback(), graph.speaker());
        }
        thread.schedule(() -> watch(round, from, farSideSounds), LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /** Somebody calls: aloud, or while we talk to somebody else, in the ear alone. */
    void ring(boolean talking) {
        play("ring", talking ? country.callWaiting() : Tones.RING, talking ? graph.speaker() : graph.ringer());
    }

    /** The far side talks to somebody else; for a while. */
    void busy() {
        playAWhile("busy", country.busy());
    }

    /** The network did not get there; for a while. */
    void congestion() {
        playAWhile("congestion", country.congestion());
    }

    private void playAWhile(String what, Cadence cadence) {
        play(what, cadence, graph.speaker());
        thread.schedule(this::quiet, END_MS, TimeUnit.MILLISECONDS);
    }

    private void play(String what, Cadence cadence, SoundNode to) {
        if (cadence.equals(playing)) {
            return;
        }
        silence();
        SoundNode node = graph.source(what + " of " + name, new ToneSource(cadence));
        graph.connect(node, to);
        tone = node;
        playing = cadence;
    }

    /** No tone any more but those of keys. */
    void quiet() {
        ringback++;
        silence();
    }

    private void silence() {
        SoundNode node = tone;
        tone = null;
        playing = null;
        if (node != null) {
            graph.remove(node);
        }
    }

    /** A key goes down, for the operator's ear. */
    void press(char key) {
        if (keyNode == null) {
            SoundNode node = graph.source("keys of " + name, keys);
            graph.connect(node, graph.speaker());
            keyNode = node;
        }
        keys.start(key);
    }

    /** It goes up. */
    void release() {
        keys.stop();
    }

    void close() {
        quiet();
        SoundNode node = keyNode;
        keyNode = null;
        if (node != null) {
            graph.remove(node);
        }
    }
}
