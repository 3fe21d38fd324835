/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.media.Codec;
import org.centralino.media.Enhancement;
import org.centralino.media.MediaLeg;
import org.centralino.media.MediaService;
import org.centralino.media.OpusService;
import org.centralino.media.SoundDevices;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.codec.G722;
import org.centralino.media.libjitsi.internal.codec.KeptOpus;
import org.centralino.media.libjitsi.internal.device.LocalSoundDevices;
import org.centralino.media.libjitsi.internal.graph.GraphClock;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.centralino.media.libjitsi.internal.stream.LibjitsiLeg;
import org.centralino.media.libjitsi.internal.stream.Natives;
import org.centralino.media.libjitsi.internal.stream.WarmUp;
import org.centralino.media.libjitsi.internal.voice.MicrophoneVoice;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Media by libjitsi's codecs around the sound graph. Coming up waits for nothing: natives and devices start beside it. */
@Component(service = {MediaService.class, OpusService.class})
public final class LibjitsiMediaService implements MediaService, OpusService {

    private static final Codec OPUS = new Codec("opus", 48_000, 2, -1, "minptime=10;useinbandfec=1");
    private static final Codec G722_64 = new Codec("G722", 8_000, 1, 9, "");
    private static final Codec PCMA = new Codec("PCMA", 8_000, 1, 8, "");
    private static final Codec PCMU = new Codec("PCMU", 8_000, 1, 0, "");

    private final List<Codec> codecs =
            G722.isInstalled() ? List.of(OPUS, G722_64, PCMA, PCMU) : List.of(OPUS, PCMA, PCMU);

    private final LocalSoundDevices devices = new LocalSoundDevices();
    private final MicrophoneVoice voice = new MicrophoneVoice(this::isInUse);
    private final MixingGraph graph = new MixingGraph(
            voice.microphone(devices::capture), voice.speaker(devices::play), devices::ring, devices::devices);
    private final GraphClock clock = new GraphClock(graph::tick, devices::capturedNanos);
    private final Set<MediaLeg> legs = ConcurrentHashMap.newKeySet();
    private final AtomicInteger legCount = new AtomicInteger();
    private final OpusService opus = new KeptOpus(this::loaded);
    private Path natives = Path.of("");
    private CompletableFuture<Void> warm = new CompletableFuture<>();

    @Activate
    public void activate(BundleContext context) {
        activate(context.getDataFile("natives").toPath());
        // Nothing that a component needs may be registered here: it would come up within this one's coming up, and need
        // it.
        context.registerService(SoundDevices.class, devices, null);
    }

    /** Comes up without a framework around it. */
    void activate(Path folder) {
        natives = folder;
        devices.start();
        clock.start();
        warm = WarmUp.begin(this::loaded, graph, codecs).whenComplete((done, failed) -> voice.load());
    }

    /** Begun by the warm-up, or by a call that comes before it. */
    private CompletableFuture<Void> loaded() {
        return Natives.load(natives);
    }

    /** Whether there is a call whose microphone is worth the work. */
    private boolean isInUse() {
        return !legs.isEmpty();
    }

    /** Whether a call would find everything loaded. */
    boolean isWarm() {
        return warm.isDone();
    }

    @Deactivate
    public void deactivate() {
        legs.forEach(MediaLeg::close);
        clock.close();
        voice.close();
        devices.close();
    }

    @Override
    public List<Codec> codecs() {
        return codecs;
    }

    @Override
    public MediaLeg openLeg(InetAddress local) throws IOException {
        String name = "leg " + legCount.incrementAndGet();
        MediaLeg leg = new LibjitsiLeg(name, loaded(), graph, RtpEndpoint.bind(local), legs::remove);
        legs.add(leg);
        return leg;
    }

    @Override
    public Encoder encoder() throws IOException {
        return opus.encoder();
    }

    @Override
    public Decoder decoder() throws IOException {
        return opus.decoder();
    }

    @Override
    public SoundGraph graph() {
        return graph;
    }

    @Override
    public Enhancement enhancement() {
        return voice.enhancement();
    }

    @Override
    public void enhance(Enhancement wanted) {
        voice.enhance(wanted);
    }
}
