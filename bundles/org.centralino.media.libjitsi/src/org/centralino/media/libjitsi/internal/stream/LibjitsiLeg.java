/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.centralino.media.CallStatistics;
import org.centralino.media.Codec;
import org.centralino.media.MediaLeg;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundNode;
import org.centralino.media.libjitsi.internal.codec.Codecs;
import org.centralino.media.libjitsi.internal.codec.SpeechDecoder;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A leg: its endpoint and its place in the graph last as long as it does, encoder and decoder as long as a codec. */
public final class LibjitsiLeg implements MediaLeg {

    private static final Logger LOG = LoggerFactory.getLogger(LibjitsiLeg.class);

    private final CompletableFuture<Void> natives;
    private final MixingGraph graph;
    private final RtpEndpoint endpoint;
    private final LegSound sound = new LegSound();
    private final SoundNode node;
    private final WatchedWorker listeners;
    private final Consumer<MediaLeg> onClose;
    private @Nullable RtpSession session;
    private @Nullable RtpSession served;
    private boolean closed;

    /**
     * @param natives complete when codecs can be made
     * @param onClose told once when the leg is closed
     */
    public LibjitsiLeg(
            String name,
            CompletableFuture<Void> natives,
            MixingGraph graph,
            RtpEndpoint endpoint,
            Consumer<MediaLeg> onClose) {
        this.onClose = onClose;
        this.natives = natives;
        this.graph = graph;
        this.endpoint = endpoint;
        listeners = new WatchedWorker("centralino " + name + " tones");
        node = graph.leg(name, sound, sound);
        endpoint.onVoice(sound);
        endpoint.onPeerLoss(sound::expectLoss);
    }

    @Override
    public int rtpPort() {
        return endpoint.port();
    }

    @Override
    public synchronized void start(RtpSession wanted) {
        if (closed) {
            return;
        }
        boolean first = session == null;
        session = wanted;
        if (natives.isDone()) {
            serve(wanted);
        } else {
            sound.agree(wanted.send(), () -> endpoint.agree(wanted));
            if (first) {
                natives.whenComplete((done, failure) -> serveLatest());
            }
        }
    }

    private synchronized void serveLatest() {
        RtpSession latest = session;
        if (latest != null && !closed) {
            serve(latest);
        }
    }

    private void serve(RtpSession wanted) {
        RtpSession before = served;
        if (before != null && sameStream(before, wanted)) {
            sound.agree(wanted.send(), () -> endpoint.agree(wanted));
            return;
        }
        Codec codec = wanted.codec();
        try {
            SpeechDecoder decoder = Codecs.decoder(codec);
            Playout playout = new Playout(decoder, codec.clockRate());
            Sender sender = sender(wanted, playout);
            served = wanted;
            sound.agree(wanted.send(), () -> {
                endpoint.agree(wanted);
                sound.use(sender, wanted.receivePayloadType(), playout);
            });
        } catch (IOException | LinkageError e) {
            LOG.error("{} stays silent, {} does not start", node.name(), codec.encoding(), e);
            served = null;
            sound.agree(wanted.send(), () -> {
                endpoint.agree(wanted);
                sound.use(null, -1, null);
            });
        }
    }

    private Sender sender(RtpSession wanted, Playout playout) throws IOException {
        Codec codec = wanted.codec();
        try {
            int packetMs = Codecs.packetMs(codec, wanted.ptimeMs());
            return new Sender(Codecs.encoder(codec), codec.clockRate(), packetMs, endpoint);
        } catch (IOException | LinkageError e) {
            playout.close();
            throw e;
        }
    }

    private static boolean sameStream(RtpSession one, RtpSession other) {
        return one.codec().equals(other.codec())
                && one.receivePayloadType() == other.receivePayloadType()
                && one.ptimeMs() == other.ptimeMs();
    }

    @Override
    public SoundNode node() {
        return node;
    }

    @Override
    public synchronized void startTone(char tone) {
        if (!closed) {
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
        CallStatistics counted = endpoint.statistics();
        return new CallStatistics(
                counted.packetsSent(),
                counted.packetsReceived(),
                counted.packetsLost(),
                counted.peerPacketsLost(),
                counted.jitterMs(),
                counted.roundTripMs(),
                sound.discarded(),
                sound.waitedMs(),
                counted.firstReceivedNanos());
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        graph.remove(node);
        endpoint.close();
        sound.use(null, -1, null);
        onClose.accept(this);
    }
}
