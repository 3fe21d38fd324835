/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
    private final AtomicReference<@Nullable Stage> stage = new AtomicReference<>();
    private final AtomicInteger round = new AtomicInteger();

    /** A stream and what it was opened for. */
    private record Stage(CodecStream stream, RtpSession session) {

        boolean serves(RtpSession wanted) {
            return session.codec().equals(wanted.codec())
                    && session.receivePayloadType() == wanted.receivePayloadType()
                    && session.ptimeMs() == wanted.ptimeMs();
        }
    }

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
        Stage before = stage.get();
        if (closed.get() || before != null && before.serves(session)) {
            return;
        }
        closeStream();
        int mine = round.incrementAndGet();
        try {
            CodecStream opened = CodecStream.open(service, endpoint, sound, session);
            if (round.get() == mine) {
                stage.set(new Stage(opened, session));
            } else {
                // It took so long that the worker went on without it.
                opened.close();
            }
            if (closed.get()) {
                closeStream();
            }
        } catch (IOException e) {
            LOG.error("{} could not start", node.name(), e);
        }
    }

    private void expectLoss(int percent) {
        Stage present = stage.get();
        if (present != null) {
            present.stream().expectLoss(percent);
        }
    }

    private void closeStream() {
        Stage last = stage.getAndSet(null);
        if (last != null) {
            last.stream().close();
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
            endpoint.close();
            worker.close(this::closeStream);
            onClose.accept(this);
        }
    }
}
