/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.centralino.media.Codec;
import org.centralino.media.MediaLeg;
import org.centralino.media.RtpSession;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Tone;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.junit.jupiter.api.Test;

/** The service as the rest of the workstation sees it. */
class MediaServiceTest {

    private static final long ENTER_TO_RTP_MS = 500;

    @Test
    void aCallOfTheWarmServiceIsHeardSoonAndAnotherCodecTakesOverBehindTheSameNode() throws Exception {
        LibjitsiMediaService service = new LibjitsiMediaService();
        service.activate(Path.of(System.getProperty("java.io.tmpdir"), "centralino-test-natives"));
        InetAddress local = InetAddress.getLoopbackAddress();
        Wait.until("the service is warm", Duration.ofSeconds(30), service::isWarm);
        try (MediaLeg anna = service.openLeg(local);
                MediaLeg bruno = service.openLeg(local)) {
            Ear ear = new Ear();
            service.graph().connect(service.graph().source("tone", new Tone(440, 8000)), anna.node());
            service.graph().connect(bruno.node(), service.graph().sink("ear", ear));

            long begun = System.nanoTime();
            start(service.codecs().get(0), anna, bruno);
            Wait.until("the tone by the best codec", Duration.ofSeconds(10), () -> ear.amplitude(440) > 6000);
            long first = bruno.statistics().firstReceivedNanos() - begun;
            assertThat(TimeUnit.NANOSECONDS.toMillis(first)).isBetween(0L, ENTER_TO_RTP_MS);

            ear.forget();
            start(service.codecs().get(service.codecs().size() - 1), anna, bruno);
            Wait.until("the tone by the last codec", Duration.ofSeconds(10), () -> ear.amplitude(440) > 6000);
        } finally {
            service.deactivate();
        }
    }

    private static void start(Codec codec, MediaLeg anna, MediaLeg bruno) {
        anna.start(session(codec, bruno.rtpPort()));
        bruno.start(session(codec, anna.rtpPort()));
    }

    private static RtpSession session(Codec codec, int port) {
        int type = codec.staticPayloadType() < 0 ? 111 : codec.staticPayloadType();
        InetSocketAddress remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new RtpSession(remote, null, codec, type, type, -1, -1, 20, true, true);
    }
}
