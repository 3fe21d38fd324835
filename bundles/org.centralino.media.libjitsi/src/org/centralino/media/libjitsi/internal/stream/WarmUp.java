/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;
import org.centralino.media.SrtpKeys;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Silent calls to nobody but itself, one a codec, so that the first real one finds every class and native loaded. */
public final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int PACKETS = 5;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);
    private static final int DYNAMIC = 96;
    private static final int KEY_LENGTH = 46;
    /** The window and the registration come first: all of them want the same few cores. */
    private static final long DELAY_MS = 2500;

    private WarmUp() {}

    /**
     * Loads the natives and runs in the background, after a while.
     *
     * @return complete when it has run
     */
    public static CompletableFuture<Void> begin(
            Supplier<CompletableFuture<Void>> natives, MixingGraph graph, List<Codec> codecs) {
        Executor later = CompletableFuture.delayedExecutor(
                DELAY_MS,
                TimeUnit.MILLISECONDS,
                task -> Thread.ofPlatform().name("centralino-warm-up").daemon().start(task));
        return CompletableFuture.runAsync(() -> run(natives.get(), graph, codecs), later);
    }

    private static void run(CompletableFuture<Void> natives, MixingGraph graph, List<Codec> codecs) {
        natives.join();
        long begun = System.nanoTime();
        for (Codec codec : codecs) {
            try {
                call(natives, graph, codec);
            } catch (IOException e) {
                LOG.warn("No warming up with {}: {}", codec.encoding(), e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        LOG.debug("Warmed up in {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private static void call(CompletableFuture<Void> natives, MixingGraph graph, Codec codec)
            throws IOException, InterruptedException {
        InetAddress local = InetAddress.getLoopbackAddress();
        RtpEndpoint endpoint = RtpEndpoint.bind(local);
        try (LibjitsiLeg leg = new LibjitsiLeg("warm-up", natives, graph, endpoint, closed -> {})) {
            int type = codec.staticPayloadType() < 0 ? DYNAMIC : codec.staticPayloadType();
            InetSocketAddress self = new InetSocketAddress(local, leg.rtpPort());
            // To itself under one key, which no call ever has.
            byte[] key = new byte[KEY_LENGTH];
            SrtpKeys keys = new SrtpKeys("AES_256_CM_HMAC_SHA1_80", key, key);
            leg.start(new RtpSession(self, null, codec, type, type, -1, -1, 20, true, true, keys));
            long deadline = System.nanoTime() + PATIENCE;
            while (leg.statistics().packetsReceived() < PACKETS && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
