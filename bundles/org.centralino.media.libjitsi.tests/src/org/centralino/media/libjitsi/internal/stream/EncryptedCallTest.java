/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;
import org.centralino.media.SrtpKeys;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two legs whose packets somebody on the way keeps. */
@Timeout(60)
class EncryptedCallTest {

    private static final double LOUD = 8000;
    private static final double HERTZ = 440;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Bench bench = new Bench();

    @BeforeEach
    void loadNatives() throws Exception {
        Bench.natives().get();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static byte[] key(String suite) {
        byte[] key = new byte[suite.startsWith("AES_256") ? 46 : 30];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static SrtpKeys keys(String suite) {
        return new SrtpKeys(suite, key(suite), key(suite));
    }

    private static SrtpKeys mirrored(SrtpKeys keys) {
        return new SrtpKeys(keys.suite(), keys.receive(), keys.send());
    }

    private static RtpSession session(Codec codec, int port, @Nullable SrtpKeys keys) {
        RtpSession clear = Bench.session(codec, port);
        return new RtpSession(
                clear.remote(),
                null,
                codec,
                clear.sendPayloadType(),
                clear.receivePayloadType(),
                clear.dtmfSendPayloadType(),
                clear.dtmfReceivePayloadType(),
                clear.ptimeMs(),
                true,
                true,
                keys);
    }

    /** Part of what is captured on the way that is the tone, once the far side has heard it. */
    private double captured(@Nullable SrtpKeys keys) throws Exception {
        try (LibjitsiLeg anna = bench.leg("anna");
                LibjitsiLeg bruno = bench.leg("bruno");
                Wiretap tap = new Wiretap(anna.rtpPort(), bruno.rtpPort())) {
            bench.graph.connect(bench.tone(HERTZ, LOUD), anna.node());
            Ear brunoHears = bench.ear(bruno.node());
            anna.start(session(Bench.PCMU, tap.port(), keys));
            bruno.start(session(Bench.PCMU, tap.port(), keys == null ? null : mirrored(keys)));
            Wait.until("tone heard", SOON, () -> brunoHears.amplitude(HERTZ) > 0.85 * LOUD);
            Wait.until("a second of it", SOON, () -> tap.packets() > 60);
            return tap.shareOf(HERTZ);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES_CM_128_HMAC_SHA1_80", "AES_CM_128_HMAC_SHA1_32", "AES_256_CM_HMAC_SHA1_80"})
    void whoListensOnTheWayHearsNoTone(String suite) throws Exception {
        assertThat(captured(keys(suite))).isLessThan(0.02);
    }

    @Test
    void inClearHeWould() throws Exception {
        assertThat(captured(null)).isGreaterThan(0.5);
    }

    @Test
    void anotherCodecGoesOnUnderTheSameKeysAndBothHearTheOther() throws Exception {
        SrtpKeys keys = keys("AES_256_CM_HMAC_SHA1_80");
        try (LibjitsiLeg anna = bench.leg("anna");
                LibjitsiLeg bruno = bench.leg("bruno")) {
            bench.graph.connect(bench.tone(HERTZ, LOUD), anna.node());
            bench.graph.connect(bench.tone(1000, LOUD), bruno.node());
            Ear annaHears = bench.ear(anna.node());
            Ear brunoHears = bench.ear(bruno.node());
            for (Codec codec : new Codec[] {Bench.PCMA, Bench.OPUS, Bench.PCMU}) {
                anna.start(session(codec, bruno.rtpPort(), keys));
                bruno.start(session(codec, anna.rtpPort(), mirrored(keys)));
                long before = bruno.statistics().packetsReceived();
                Wait.until(
                        codec.encoding() + " received",
                        SOON,
                        () -> bruno.statistics().packetsReceived() > before + 100);
                Wait.until(
                        "both tones in " + codec.encoding(),
                        SOON,
                        () -> annaHears.amplitude(1000) > 0.8 * LOUD && brunoHears.amplitude(HERTZ) > 0.8 * LOUD);
            }
        }
    }

    @Test
    void packetsInClearOrUnderAnotherKeyAreNotHeard() throws Exception {
        SrtpKeys keys = keys("AES_CM_128_HMAC_SHA1_80");
        try (LibjitsiLeg anna = bench.leg("anna");
                LibjitsiLeg stranger = bench.leg("stranger");
                FarSide clear = new FarSide()) {
            bench.graph.connect(bench.tone(HERTZ, LOUD), stranger.node());
            anna.start(session(Bench.PCMU, clear.port(), keys));
            stranger.start(session(Bench.PCMU, anna.rtpPort(), keys("AES_CM_128_HMAC_SHA1_80")));
            Wait.until("the stranger speaks", SOON, () -> stranger.statistics().packetsSent() > 50);
            for (int i = 0; i < 20; i++) {
                clear.speak(anna.rtpPort(), 4711);
            }
            Wait.until("anna is heard", SOON, () -> clear.received() > 50);
            assertThat(anna.statistics().packetsReceived()).isZero();
        }
    }
}
