/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.centralino.media.FrameSink;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sound graph: {@link #tick} moves one frame along every edge. */
public final class MixingGraph implements SoundGraph {

    private static final Logger LOG = LoggerFactory.getLogger(MixingGraph.class);

    private final GraphNode microphone;
    private final GraphNode speaker;
    private final GraphNode ringer;
    private final Supplier<Devices> devices;
    private final Set<GraphNode> nodes = new LinkedHashSet<>();
    private final Set<Wiring.Edge> edges = new LinkedHashSet<>();
    private volatile Wiring wiring;
    private final int[] sum = new int[FRAME];
    private final short[] mixed = new short[FRAME];

    /**
     * @param microphone gives the capture device's sound, silence while there is none
     * @param speaker takes sound for the playback device
     * @param ringer takes sound for the device that rings
     * @param devices tells which devices are open
     */
    public MixingGraph(FrameSource microphone, FrameSink speaker, FrameSink ringer, Supplier<Devices> devices) {
        this.microphone = new GraphNode("microphone", microphone, null, true);
        this.speaker = new GraphNode("speaker", null, speaker, false);
        this.ringer = new GraphNode("ringer", null, ringer, false);
        this.devices = devices;
        nodes.add(this.microphone);
        nodes.add(this.speaker);
        nodes.add(this.ringer);
        wiring = Wiring.of(nodes, edges);
    }

    @Override
    public SoundNode microphone() {
        return microphone;
    }

    @Override
    public SoundNode speaker() {
        return speaker;
    }

    @Override
    public SoundNode ringer() {
        return ringer;
    }

    @Override
    public SoundNode source(String name, FrameSource source) {
        return add(new GraphNode(name, source, null, false));
    }

    @Override
    public SoundNode sink(String name, FrameSink sink) {
        return add(new GraphNode(name, null, sink, false));
    }

    /** A node that gives and takes, with a clock of its own behind it: a call's leg. */
    public SoundNode leg(String name, FrameSource source, FrameSink sink) {
        return add(new GraphNode(name, source, sink, true));
    }

    private synchronized SoundNode add(GraphNode node) {
        nodes.add(node);
        wiring = Wiring.of(nodes, edges);
        return node;
    }

    @Override
    public synchronized void connect(SoundNode from, SoundNode to) {
        if (from instanceof GraphNode source
                && to instanceof GraphNode sink
                && source.source != null
                && sink.sink != null
                && nodes.contains(source)
                && nodes.contains(sink)
                && edges.add(new Wiring.Edge(source, sink))) {
            wiring = Wiring.of(nodes, edges);
        }
    }

    @Override
    public synchronized void disconnect(SoundNode from, SoundNode to) {
        if (edges.removeIf(edge -> edge.from() == from && edge.to() == to)) {
            wiring = Wiring.of(nodes, edges);
        }
    }

    @Override
    public synchronized void remove(SoundNode node) {
        if (node != microphone && node != speaker && node != ringer && nodes.remove(node)) {
            edges.removeIf(edge -> edge.from() == node || edge.to() == node);
            wiring = Wiring.of(nodes, edges);
        }
    }

    @Override
    public Devices devices() {
        return devices.get();
    }

    /** Moves one frame along every edge. For one thread at a time; never waits. */
    public void tick() {
        Wiring now = wiring;
        for (GraphNode node : now.sources()) {
            node.sounds = read(node);
        }
        for (Wiring.Heard heard : now.heard()) {
            mix(heard);
            write(heard.sink());
        }
    }

    private boolean read(GraphNode node) {
        FrameSource source = node.source;
        try {
            return source != null && source.read(node.frame);
        } catch (RuntimeException e) {
            LOG.error("Sound source {} failed and is taken out of the graph", node, e);
            remove(node);
            return false;
        }
    }

    private void mix(Wiring.Heard heard) {
        Arrays.fill(sum, 0);
        for (GraphNode input : heard.inputs()) {
            if (input.sounds) {
                for (int i = 0; i < FRAME; i++) {
                    sum[i] += input.frame[i];
                }
            }
        }
        heard.sink().limiter.apply(sum, mixed);
    }

    private void write(GraphNode node) {
        FrameSink sink = node.sink;
        try {
            if (sink != null) {
                sink.write(mixed);
            }
        } catch (RuntimeException e) {
            LOG.error("Sound sink {} failed and is taken out of the graph", node, e);
            remove(node);
        }
    }
}
