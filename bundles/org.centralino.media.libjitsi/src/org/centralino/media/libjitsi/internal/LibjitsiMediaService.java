/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.media.Codec;
import org.centralino.media.MediaLeg;
import org.centralino.media.MediaService;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.device.SoundDevices;
import org.centralino.media.libjitsi.internal.graph.GraphClock;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.centralino.media.libjitsi.internal.stream.Engine;
import org.centralino.media.libjitsi.internal.stream.LibjitsiLeg;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Media by libjitsi around the sound graph. Coming up waits for nothing: libjitsi and the devices start beside it. */
@Component(service = MediaService.class)
public final class LibjitsiMediaService implements MediaService {

    private static final List<Codec> CODECS = List.of(
            new Codec("opus", 48_000, 2, -1, "useinbandfec=1"),
            new Codec("PCMA", 8_000, 1, 8, ""),
            new Codec("PCMU", 8_000, 1, 0, ""));

    private final SoundDevices devices = new SoundDevices();
    private final MixingGraph graph = new MixingGraph(devices::capture, devices::play, devices::devices);
    private final GraphClock clock = new GraphClock(graph::tick);
    private final Set<MediaLeg> legs = ConcurrentHashMap.newKeySet();
    private final AtomicInteger legCount = new AtomicInteger();

    @Activate
    public void activate() {
        devices.start();
        clock.start();
        Engine.start();
    }

    @Deactivate
    public void deactivate() {
        legs.forEach(MediaLeg::close);
        clock.close();
        devices.close();
    }

    @Override
    public List<Codec> codecs() {
        return CODECS;
    }

    @Override
    public MediaLeg openLeg(InetAddress local) throws IOException {
        String name = "leg " + legCount.incrementAndGet();
        MediaLeg leg = new LibjitsiLeg(name, Engine.start(), graph, RtpEndpoint.bind(local));
        legs.add(leg);
        return leg;
    }

    @Override
    public SoundGraph graph() {
        return graph;
    }
}
