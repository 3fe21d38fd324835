/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.centralino.media.CallStatistics;
import org.centralino.media.MediaLeg;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundNode;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.service.neomedia.MediaService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A leg: its endpoint and its place in the graph last as long as it does, libjitsi's streams as long as a codec. */
public final class LibjitsiLeg implements MediaLeg {

    private static final Logger LOG = LoggerFactory.getLogger(LibjitsiLeg.class);

    private final CompletableFuture<MediaService> engine;
    private final MixingGraph graph;
    private final RtpEndpoint endpoint;
    private final LegSound sound = new LegSound();
    private final SoundNode node;
    private final WatchedWorker worker;
    private final WatchedWorker listeners;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Consumer<MediaLeg> onClose;
    // Both belong to the worker.
    private @Nullable CodecStream stream;
    private @Nullable RtpSession streamSession;

    /**
     * @param onClose told once when the leg is closed
     */
    public LibjitsiLeg(
            String name,
            CompletableFuture<MediaService> engine,
            MixingGraph graph,
            RtpEndpoint endpoint,
            Consumer<MediaLeg> onClose) {
        this.onClose = onClose;
        this.engine = engine;
        this.graph = graph;
        this.endpoint = endpoint;
        worker = new WatchedWorker("centralino " + name);
        listeners = new WatchedWorker("centralino " + name + " tones");
        node = graph.leg(name, sound, sound);
        endpoint.onPeerLoss(percent -> worker.run("expect loss", () -> expectLoss(percent)));
    }

    @Override
    public int rtpPort() {
        return endpoint.port();
    }

    @Override
    public void start(RtpSession session) {
        if (closed.get()) {
            return;
        }
        endpoint.agree(session);
        sound.setSending(session.send());
        engine.whenComplete((service, failure) -> {
            if (failure == null) {
                worker.run("start " + session.codec().encoding(), () -> open(service, session));
            } else {
                LOG.error("{} stays silent, libjitsi did not start", node.name(), failure);
            }
        });
    }

    private void open(MediaService service, RtpSession session) {
        RtpSession before = streamSession;
        boolean same = before != null
                && before.codec().equals(session.codec())
                && before.receivePayloadType() == session.receivePayloadType()
                && before.ptimeMs() == session.ptimeMs();
        if (same || closed.get()) {
            return;
        }
        closeStream();
        try {
            CodecStream opened = CodecStream.open(service, endpoint, sound, session);
            if (closed.get()) {
                opened.close();
            } else {
                stream = opened;
                streamSession = session;
            }
        } catch (IOException e) {
            LOG.error("{} could not start", node.name(), e);
        }
    }

    private void expectLoss(int percent) {
        CodecStream present = stream;
        if (present != null) {
            present.expectLoss(percent);
        }
    }

    private void closeStream() {
        CodecStream last = stream;
        stream = null;
        streamSession = null;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public SoundNode node() {
        return node;
    }

    @Override
    public void startTone(char tone) {
        if (!closed.get()) {
            endpoint.startTone(tone);
        }
    }

    @Override
    public void stopTone() {
        endpoint.stopTone();
    }

    @Override
    public void onTone(Consumer<Character> listener) {
        endpoint.onTone(tone -> listeners.run("tone listener", () -> listener.accept(tone)));
    }

    @Override
    public CallStatistics statistics() {
        return endpoint.statistics();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            sound.setSending(false);
            graph.remove(node);
            listeners.run("hang up", endpoint::close);
            worker.close(this::closeStream);
            onClose.accept(this);
        }
    }
}
