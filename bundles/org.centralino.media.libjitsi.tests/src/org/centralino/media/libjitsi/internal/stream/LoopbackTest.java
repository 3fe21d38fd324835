/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.centralino.media.Codec;
import org.centralino.media.SoundNode;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two legs that call each other over loopback. */
class LoopbackTest {

    private static final double LOUD = 8000;

    private final Bench bench = new Bench();

    @BeforeEach
    void loadNatives() throws Exception {
        Bench.natives().get();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    static Stream<Codec> codecs() {
        return Stream.of(Bench.OPUS, Bench.G722, Bench.PCMA, Bench.PCMU);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void eachSideHearsTheOthersToneAndNothingElse(Codec codec) throws Exception {
        try (LibjitsiLeg anna = bench.leg("anna");
                LibjitsiLeg bruno = bench.leg("bruno")) {
            SoundNode low = bench.tone(440, LOUD);
            SoundNode high = bench.tone(1000, LOUD);
            bench.graph.connect(low, anna.node());
            bench.graph.connect(high, bruno.node());
            Ear annaHears = bench.ear(anna.node());
            Ear brunoHears = bench.ear(bruno.node());

            anna.start(Bench.session(codec, bruno.rtpPort()));
            bruno.start(Bench.session(codec, anna.rtpPort()));

            Wait.until(
                    "both tones steady",
                    Duration.ofSeconds(20),
                    () -> annaHears.amplitude(1000) > 0.85 * LOUD && brunoHears.amplitude(440) > 0.85 * LOUD);
            assertThat(annaHears.amplitude(440)).isLessThan(0.02 * LOUD);
            assertThat(brunoHears.amplitude(1000)).isLessThan(0.02 * LOUD);
            assertThat(anna.statistics().packetsLost()).isZero();
        }
    }
}
