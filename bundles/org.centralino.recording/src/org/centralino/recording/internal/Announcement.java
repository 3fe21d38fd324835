/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundNode;
import org.centralino.telephony.CallSoundService;
import org.eclipse.jdt.annotation.Nullable;

/** Tells both sides by a tone that they are recorded, as the settings want it. Confined to the recordings' thread. */
final class Announcement {

    private static final long SLACK_MS = 200;

    private final Studio studio;
    private String call;
    private final Runnable announced;
    private @Nullable SoundNode node;
    private CallSoundService.@Nullable Tap tap;
    private @Nullable Future<?> next;
    private boolean held;
    private boolean due;
    private boolean stopped;

    /** @param announced done with each tone */
    Announcement(Studio studio, String call, Runnable announced) {
        this.studio = studio;
        this.call = call;
        this.announced = announced;
    }

    /** Somebody is recorded from now on. */
    void start(boolean callIsHeld) {
        held = callIsHeld;
        if (studio.settings().get().announceAtStart()) {
            announce();
        }
    }

    /** What follows is announced in another call. */
    void moveTo(String another) {
        silence();
        call = another;
    }

    /** Who is held hears music; the tone comes when that ends. */
    void held(boolean callIsHeld) {
        held = callIsHeld;
        if (!held && due) {
            announce();
        }
    }

    void stop() {
        stopped = true;
        unplan();
        silence();
    }

    private void unplan() {
        Future<?> planned = next;
        if (planned != null) {
            planned.cancel(false);
        }
    }

    private void announce() {
        if (stopped) {
            return;
        }
        due = held;
        if (held) {
            return;
        }
        unplan();
        silence();
        SoundNode source = studio.graph().source("announcement in call " + call, new Beep());
        node = source;
        tap = studio.sounds().play(call, source);
        announced.run();
        studio.loop().schedule(() -> silence(source), Beep.MS + SLACK_MS, TimeUnit.MILLISECONDS);
        int every = studio.settings().get().announceEvery();
        if (every > 0) {
            next = studio.loop().schedule(this::announce, every, TimeUnit.SECONDS);
        }
    }

    private void silence(SoundNode source) {
        if (source == node) {
            silence();
        }
    }

    private void silence() {
        CallSoundService.Tap joined = tap;
        tap = null;
        if (joined != null) {
            joined.close();
        }
        SoundNode source = node;
        node = null;
        if (source != null) {
            studio.graph().remove(source);
        }
    }
}
