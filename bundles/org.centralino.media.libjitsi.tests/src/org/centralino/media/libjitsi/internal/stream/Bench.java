/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.centralino.media.libjitsi.internal.graph.GraphClock;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Tone;

/** A sound graph without devices and legs on loopback. */
final class Bench implements AutoCloseable {

    static final Codec OPUS = new Codec("opus", 48_000, 2, -1, "useinbandfec=1");
    static final Codec PCMU = new Codec("PCMU", 8_000, 1, 0, "");
    static final Codec PCMA = new Codec("PCMA", 8_000, 1, 8, "");
    static final Codec G722 = new Codec("G722", 8_000, 1, 9, "");

    final MixingGraph graph =
            new MixingGraph(frame -> false, frame -> {}, frame -> {}, () -> new SoundGraph.Devices("", ""));
    private final GraphClock clock = new GraphClock(graph::tick);

    Bench() {
        clock.start();
    }

    static CompletableFuture<Void> natives() {
        return Natives.load(Path.of(System.getProperty("java.io.tmpdir"), "centralino-test-natives"));
    }

    LibjitsiLeg leg(String name) throws IOException {
        return new LibjitsiLeg(
                name, natives(), graph, RtpEndpoint.bind(InetAddress.getLoopbackAddress()), closed -> {});
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What a leg whose far side is at {@code port} agrees with it: both sides number payloads alike. */
    static RtpSession session(Codec codec, int port) {
        int type = codec.staticPayloadType() < 0 ? 111 : codec.staticPayloadType();
        return new RtpSession(loopback(port), null, codec, type, type, 101, 101, 20, true, true);
    }

    SoundNode tone(double hertz, double amplitude) {
        Tone tone = new Tone(hertz, amplitude);
        return graph.source("tone " + hertz, tone);
    }

    Ear ear(SoundNode leg) {
        Ear ear = new Ear();
        graph.connect(leg, graph.sink("ear", ear));
        return ear;
    }

    @Override
    public void close() {
        clock.close();
    }
}
