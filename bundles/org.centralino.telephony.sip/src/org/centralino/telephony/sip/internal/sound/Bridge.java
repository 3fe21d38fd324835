/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.util.List;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The legs of a conference that a call's leg hears, and how loud it speaks itself. Confined to the call's sound thread,
 * except where said.
 */
final class Bridge {

    private final String name;
    private final SoundGraph graph;
    private final SpeechLevel level = new SpeechLevel();
    private @Nullable SoundNode meter;
    private List<SoundNode> others = List.of();
    private volatile boolean open;

    Bridge(String name, SoundGraph graph) {
        this.name = name;
        this.graph = graph;
    }

    /** From now on the leg is a member's, and hears these. */
    void hear(SoundNode leg, List<SoundNode> legs) {
        for (SoundNode before : others) {
            if (!legs.contains(before)) {
                graph.disconnect(before, leg);
            }
        }
        others = List.copyOf(legs);
        if (meter == null) {
            SoundNode own = graph.sink("level of " + name, level);
            graph.connect(leg, own);
            meter = own;
        }
        open = true;
    }

    /** Those that are heard. */
    List<SoundNode> others() {
        return others;
    }

    /** Joins them to the leg, or parts them, as they were asked for last. */
    void arrange(SoundNode leg, boolean joined) {
        for (SoundNode other : others) {
            if (joined) {
                graph.connect(other, leg);
            } else {
                graph.disconnect(other, leg);
            }
        }
    }

    /** The leg is no member's any more. */
    void close(SoundNode leg) {
        open = false;
        arrange(leg, false);
        others = List.of();
        SoundNode own = meter;
        meter = null;
        if (own != null) {
            graph.remove(own);
        }
    }

    /** How loud the leg speaks, 0 to 1; 0 while it is no member's. Any thread. */
    double level() {
        return open ? level.get() : 0;
    }
}
