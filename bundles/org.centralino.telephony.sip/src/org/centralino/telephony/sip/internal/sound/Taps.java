/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.util.LinkedHashSet;
import java.util.Set;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.eclipse.jdt.annotation.Nullable;

/** Who listens to a call, and who announces something in it. Confined to the call's sound thread. */
final class Taps {

    /** Somebody joined to a call. */
    sealed interface Guest {}

    /** Hears each side on its own. */
    record Listener(SoundNode ours, SoundNode theirs) implements Guest {}

    /** Is heard by both sides. */
    record Announcer(SoundNode source) implements Guest {}

    private final SoundGraph graph;
    private final Set<Guest> guests = new LinkedHashSet<>();
    private @Nullable SoundNode leg;
    private boolean speaking;
    private boolean hearing;

    Taps(SoundGraph graph) {
        this.graph = graph;
    }

    void add(Guest guest) {
        if (guests.add(guest)) {
            arrange(guest, speaking, hearing);
        }
    }

    void remove(Guest guest) {
        if (guests.remove(guest)) {
            arrange(guest, false, false);
        }
    }

    /**
     * How the call is joined now.
     *
     * @param speaks whether the far side hears our microphone
     * @param hears whether we hear the far side
     */
    void arrange(SoundNode own, boolean speaks, boolean hears) {
        leg = own;
        speaking = speaks;
        hearing = hears;
        guests.forEach(guest -> arrange(guest, speaks, hears));
    }

    /** The call is over: nobody is joined to it any more, now or later. */
    void close() {
        guests.forEach(guest -> arrange(guest, false, false));
        guests.clear();
        leg = null;
    }

    private void arrange(Guest guest, boolean speaks, boolean hears) {
        SoundNode own = leg;
        if (own == null) {
            return;
        }
        switch (guest) {
            case Listener listener -> {
                join(graph.microphone(), listener.ours(), speaks);
                join(own, listener.theirs(), hears);
            }
            case Announcer announcer -> {
                join(announcer.source(), own, hears);
                join(announcer.source(), graph.speaker(), hears);
            }
        }
    }

    private void join(SoundNode from, SoundNode to, boolean joined) {
        if (joined) {
            graph.connect(from, to);
        } else {
            graph.disconnect(from, to);
        }
    }
}
