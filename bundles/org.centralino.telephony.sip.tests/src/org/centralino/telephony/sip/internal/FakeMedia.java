/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.centralino.media.CallStatistics;
import org.centralino.media.Codec;
import org.centralino.media.Enhancement;
import org.centralino.media.FrameSink;
import org.centralino.media.FrameSource;
import org.centralino.media.MediaLeg;
import org.centralino.media.MediaService;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;

/** Media without sound: remembers what it was told. */
public final class FakeMedia implements MediaService, SoundGraph {

    public static final Codec OPUS = new Codec("opus", 48000, 2, -1, "minptime=10;useinbandfec=1");
    public static final Codec G722 = new Codec("G722", 8000, 1, 9, "");
    public static final Codec PCMA = new Codec("PCMA", 8000, 1, 8, "");
    public static final Codec PCMU = new Codec("PCMU", 8000, 1, 0, "");

    public final List<Leg> legs = new CopyOnWriteArrayList<>();
    private final Set<String> edges = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ports = new AtomicInteger(40_000);
    private volatile boolean broken;

    private record Node(String name) implements SoundNode {}

    /** From now on no leg can be opened. */
    public void breakDown() {
        broken = true;
    }

    /** {@code from > to} of every edge. */
    public Set<String> edges() {
        return Set.copyOf(edges);
    }

    @Override
    public List<Codec> codecs() {
        return List.of(OPUS, G722, PCMA, PCMU);
    }

    @Override
    public MediaLeg openLeg(InetAddress local) throws IOException {
        if (broken) {
            throw new IOException("no ports");
        }
        Leg leg = new Leg(ports.getAndAdd(2), "leg " + (legs.size() + 1));
        legs.add(leg);
        return leg;
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
        // No microphone here.
    }

    @Override
    public SoundNode microphone() {
        return new Node("microphone");
    }

    @Override
    public SoundNode speaker() {
        return new Node("speaker");
    }

    @Override
    public SoundNode ringer() {
        return new Node("ringer");
    }

    @Override
    public SoundNode source(String name, FrameSource source) {
        return new Node(name);
    }

    @Override
    public SoundNode sink(String name, FrameSink sink) {
        return new Node(name);
    }

    @Override
    public void connect(SoundNode from, SoundNode to) {
        edges.add(from.name() + " > " + to.name());
    }

    @Override
    public void disconnect(SoundNode from, SoundNode to) {
        edges.remove(from.name() + " > " + to.name());
    }

    @Override
    public void remove(SoundNode node) {
        edges.removeIf(edge -> edge.startsWith(node.name() + " >") || edge.endsWith("> " + node.name()));
    }

    @Override
    public Devices devices() {
        return new Devices("", "");
    }

    /** A leg that keeps what it was asked. */
    public static final class Leg implements MediaLeg {

        public final BlockingQueue<RtpSession> sessions = new LinkedBlockingQueue<>();
        public final BlockingQueue<String> tones = new LinkedBlockingQueue<>();
        public volatile boolean closed;
        public volatile long received = 2;
        private final int port;
        private final SoundNode node;

        Leg(int port, String name) {
            this.port = port;
            this.node = new Node(name);
        }

        @Override
        public int rtpPort() {
            return port;
        }

        @Override
        public void start(RtpSession session) {
            sessions.add(session);
        }

        @Override
        public SoundNode node() {
            return node;
        }

        @Override
        public void startTone(char tone) {
            tones.add("start " + tone);
        }

        @Override
        public void stopTone() {
            tones.add("stop");
        }

        @Override
        public void onTone(Consumer<Character> listener) {
            // Nobody sends tones here.
        }

        @Override
        public CallStatistics statistics() {
            return new CallStatistics(1, received, 0, -1, 0, -1, 0, -1, 0);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
