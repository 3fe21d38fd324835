/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.util.LinkedHashSet;
import java.util.List;
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
    private List<SoundNode> others = List.of();
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
            part(guest);
        }
    }

    /**
     * How the call is joined now.
     *
     * @param members the legs of those who are in a conference with us and the call: they are a far side too
     * @param speaks whether the far side hears our microphone
     * @param hears whether we hear the far side
     */
    void arrange(SoundNode own, List<SoundNode> members, boolean speaks, boolean hears) {
        for (SoundNode before : others) {
            if (!members.contains(before)) {
                guests.forEach(guest -> member(guest, before, false));
            }
        }
        others = List.copyOf(members);
        leg = own;
        speaking = speaks;
        hearing = hears;
        guests.forEach(guest -> arrange(guest, speaks, hears));
    }

    /** The call is over: nobody is joined to it any more, now or later. */
    void close() {
        guests.forEach(this::part);
        guests.clear();
        leg = null;
    }

    private void part(Guest guest) {
        others.forEach(other -> member(guest, other, false));
        own(guest, false, false);
    }

    private void arrange(Guest guest, boolean speaks, boolean hears) {
        others.forEach(other -> member(guest, other, true));
        own(guest, speaks, hears);
    }

    private void own(Guest guest, boolean speaks, boolean hears) {
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

    /** Another member of the conference, whether or not the call's own far side is silenced. */
    private void member(Guest guest, SoundNode other, boolean joined) {
        switch (guest) {
            case Listener listener -> join(other, listener.theirs(), joined);
            case Announcer announcer -> join(announcer.source(), other, joined);
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
