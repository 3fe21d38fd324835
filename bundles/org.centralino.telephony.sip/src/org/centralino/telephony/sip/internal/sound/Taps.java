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
            arrange(guest, false, false);
        }
    }

    /**
     * How the call is joined now.
     *
     * @param members the legs of those who are in a conference with the call, who are a far side too
     * @param speaks whether the far side hears our microphone
     * @param hears whether we hear the far side
     */
    void arrange(SoundNode own, List<SoundNode> members, boolean speaks, boolean hears) {
        for (SoundNode before : others) {
            if (!members.contains(before)) {
                guests.forEach(guest -> part(guest, before));
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
                others.forEach(member -> join(member, listener.theirs(), hears));
            }
            case Announcer announcer -> {
                join(announcer.source(), own, hears);
                others.forEach(member -> join(announcer.source(), member, hears));
                join(announcer.source(), graph.speaker(), hears);
            }
        }
    }

    private void part(Guest guest, SoundNode member) {
        switch (guest) {
            case Listener listener -> graph.disconnect(member, listener.theirs());
            case Announcer announcer -> graph.disconnect(announcer.source(), member);
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
