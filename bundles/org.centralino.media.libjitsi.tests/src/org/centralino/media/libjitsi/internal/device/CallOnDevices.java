/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Role;
import org.centralino.media.libjitsi.internal.graph.GraphClock;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.centralino.media.libjitsi.internal.stream.LibjitsiLeg;
import org.centralino.media.libjitsi.internal.stream.Natives;
import org.centralino.media.libjitsi.internal.testing.Wait;

/** A call over RTP on loopback: its near end on devices of a private sound server, its far end plays and hears. */
final class CallOnDevices implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Codec OPUS = new Codec("opus", 48_000, 2, -1, "useinbandfec=1");

    final LocalSoundDevices devices;
    final MixingGraph graph;
    final LibjitsiLeg near;
    final LibjitsiLeg far;
    private final GraphClock clock;

    CallOnDevices(PrivatePulse pulse) throws IOException, InterruptedException {
        devices = new LocalSoundDevices(List.of(new PulseBackend(pulse.server())));
        graph = new MixingGraph(devices::capture, devices::play, devices::ring, devices::devices);
        clock = new GraphClock(graph::tick);
        near = leg("near");
        far = leg("far");
        graph.connect(near.node(), graph.speaker());
        graph.connect(graph.microphone(), near.node());
        clock.start();
        devices.start();
        near.start(session(far.rtpPort()));
        far.start(session(near.rtpPort()));
        Wait.until(
                "microphone and speaker are open",
                PATIENCE,
                () -> devices.inUse(Role.MICROPHONE) != null && devices.inUse(Role.SPEAKER) != null);
    }

    private LibjitsiLeg leg(String name) throws IOException {
        Path natives = Path.of(System.getProperty("java.io.tmpdir"), "centralino-test-natives");
        RtpEndpoint endpoint = RtpEndpoint.bind(InetAddress.getLoopbackAddress());
        return new LibjitsiLeg(name, Natives.load(natives), graph, endpoint, closed -> {});
    }

    private static RtpSession session(int port) {
        InetSocketAddress remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new RtpSession(remote, null, OPUS, 111, 111, 101, 101, 20, true, true);
    }

    /** The id of what serves the role; empty while nothing does. */
    String inUse(Role role) {
        Device device = devices.inUse(role);
        return device == null ? "" : device.id();
    }

    void awaitInUse(Role role, String id) throws InterruptedException {
        Wait.until(id + " serves as " + role, PATIENCE, () -> inUse(role).equals(id));
    }

    @Override
    public void close() {
        near.close();
        far.close();
        clock.close();
        devices.close();
    }
}
