/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import org.centralino.media.FrameSink;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.eclipse.jdt.annotation.Nullable;

/** A node and the frame it gave in the present tick. All but the fields set at birth belong to the graph's thread. */
final class GraphNode implements SoundNode {

    final String name;
    final @Nullable FrameSource source;
    final @Nullable FrameSink sink;
    /** Read in every tick, joined or not: behind it is a clock that does not wait. */
    final boolean live;

    final short[] frame = new short[SoundGraph.FRAME];
    final Limiter limiter = new Limiter();
    boolean sounds;

    GraphNode(String name, @Nullable FrameSource source, @Nullable FrameSink sink, boolean live) {
        this.name = name;
        this.source = source;
        this.sink = sink;
        this.live = live;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
