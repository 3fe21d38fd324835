/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.testing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.centralino.media.Codec;
import org.centralino.media.Enhancement;
import org.centralino.media.FrameSink;
import org.centralino.media.FrameSource;
import org.centralino.media.MediaLeg;
import org.centralino.media.MediaService;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.eclipse.jdt.annotation.Nullable;

/** A graph whose time goes on only when it is told to, as fast as wanted; what the speaker is given is kept. */
public final class ManualGraph implements SoundGraph, MediaService {

    private final List<Node> nodes = new ArrayList<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final List<short[]> heard = new ArrayList<>();
    private final Node microphone = new Node("microphone", new Tone(440, 8_000), null);
    private final Node speaker = new Node("speaker", null, frame -> heard.add(frame.clone()));

    private record Node(
            String name,
            @Nullable FrameSource source,
            @Nullable FrameSink sink) implements SoundNode {}

    private record Edge(Node from, Node to) {}

    public ManualGraph() {
        nodes.add(microphone);
        nodes.add(speaker);
    }

    /** Moves so many frames along every edge. */
    public synchronized void tick(int frames) {
        for (int i = 0; i < frames; i++) {
            short[] in = new short[FRAME];
            for (Node node : List.copyOf(nodes)) {
                FrameSink sink = node.sink();
                if (sink != null) {
                    short[] sum = new short[FRAME];
                    for (Edge edge : edges) {
                        FrameSource source = edge.from().source();
                        if (edge.to() == node && source != null && source.read(in)) {
                            for (int k = 0; k < FRAME; k++) {
                                sum[k] += in[k];
                            }
                        }
                    }
                    sink.write(sum);
                }
            }
        }
    }

    /** What the speaker was given. */
    public synchronized List<short[]> heard() {
        return List.copyOf(heard);
    }

    /** How many nodes there are besides the devices. */
    public synchronized int guests() {
        return nodes.size() - 2;
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
        return speaker;
    }

    @Override
    public synchronized SoundNode source(String name, FrameSource source) {
        Node node = new Node(name, source, null);
        nodes.add(node);
        return node;
    }

    @Override
    public synchronized SoundNode sink(String name, FrameSink sink) {
        Node node = new Node(name, null, sink);
        nodes.add(node);
        return node;
    }

    @Override
    public synchronized void connect(SoundNode from, SoundNode to) {
        edges.add(new Edge((Node) from, (Node) to));
    }

    @Override
    public synchronized void disconnect(SoundNode from, SoundNode to) {
        edges.removeIf(edge -> edge.from() == from && edge.to() == to);
    }

    @Override
    public synchronized void remove(SoundNode node) {
        nodes.removeIf(each -> each == node);
        edges.removeIf(edge -> edge.from() == node || edge.to() == node);
    }

    @Override
    public Devices devices() {
        return new Devices("", "");
    }

    @Override
    public List<Codec> codecs() {
        return List.of();
    }

    @Override
    public MediaLeg openLeg(InetAddress local) {
        throw new UnsupportedOperationException("no legs here");
    }

    @Override
    public SoundGraph graph() {
        return this;
    }

    @Override
    public Enhancement enhancement() {
        return Enhancement.NONE;
    }

    @Override
    public void enhance(Enhancement enhancement) {
        // no microphone here
    }
}
