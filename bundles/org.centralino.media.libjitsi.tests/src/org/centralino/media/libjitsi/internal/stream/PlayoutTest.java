/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.centralino.media.Codec;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.codec.Codecs;
import org.centralino.media.libjitsi.internal.testing.Tone;
import org.centralino.media.libjitsi.internal.testing.Voice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How what is received becomes sound, in virtual time. */
class PlayoutTest {

    @BeforeAll
    static void loadNatives() throws Exception {
        Bench.natives().get();
    }

    static Stream<Codec> codecs() {
        return Stream.of(Bench.OPUS, Bench.G722, Bench.PCMA);
    }

    private static VirtualCall call(Codec codec, CountingDecoder decoder, FrameSource voice, double farClock)
            throws Exception {
        return new VirtualCall(codec, decoder, voice, farClock);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void aSteadyStreamHardlyWaits(Codec codec) throws Exception {
        CountingDecoder decoder = new CountingDecoder(Codecs.decoder(codec));
        try (VirtualCall call = call(codec, decoder, new Voice(), 1)) {
            call.pass(5);
            assertThat(call.playout.waitedMs()).isBetween(0.0, 15.0);
            double before = decoder.concealedMs();
            call.pass(30);
            assertThat(call.playout.waitedMs()).isBetween(0.0, 15.0);
            assertThat(decoder.concealedMs()).isEqualTo(before);
            assertThat(call.playout.discarded()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void theDelayFollowsTheJitterUpAndDown(Codec codec) throws Exception {
        CountingDecoder decoder = new CountingDecoder(Codecs.decoder(codec));
        Random random = new Random(7);
        try (VirtualCall call = call(codec, decoder, new Voice(), 1)) {
            call.pass(3);
            call.over(packet -> random.nextLong(100_000));
            call.pass(10);
            double concealed = decoder.concealedMs();
            long discarded = call.playout.discarded();
            call.pass(20);
            assertThat(call.playout.waitedMs()).isBetween(40.0, 90.0);
            assertThat(decoder.concealedMs() - concealed).isLessThan(0.03 * 20_000);
            assertThat(call.playout.discarded() - discarded).isLessThan(30);

            call.over(packet -> 0);
            call.pass(25);
            assertThat(call.playout.waitedMs()).isLessThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9995, 1.0005})
    void aClockThatRunsOtherwiseThanOursAddsNoDelayAndLosesNothing(double farClock) throws Exception {
        CountingDecoder decoder = new CountingDecoder(Codecs.decoder(Bench.PCMU));
        try (VirtualCall call = call(Bench.PCMU, decoder, new Voice(), farClock)) {
            call.pass(10);
            double concealed = decoder.concealedMs();
            double longest = 0;
            for (int minute = 0; minute < 5; minute++) {
                call.pass(60);
                longest = Math.max(longest, call.playout.waitedMs());
            }
            // The clocks part by 150 ms meanwhile.
            assertThat(longest).isLessThan(25);
            assertThat(decoder.concealedMs() - concealed).isLessThan(100);
            assertThat(call.playout.discarded()).isLessThan(3);
        }
    }

    @Test
    void lostPacketsOfAWaveformLeaveNoHoles() throws Exception {
        Codec codec = Bench.PCMA;
        CountingDecoder decoder = new CountingDecoder(Codecs.decoder(codec));
        try (VirtualCall call = call(codec, decoder, new Tone(440, 8000), 1)) {
            call.pass(2);
            call.over(packet -> packet % 12 == 5 ? -1 : 0);
            call.pass(5);
            int holes = 0;
            List<short[]> heard = call.run(10);
            for (short[] frame : heard) {
                holes += rms(frame) < 0.5 * 8000 / Math.sqrt(2) ? 1 : 0;
            }
            assertThat(holes).isLessThan(heard.size() / 100);
        }
    }

    @Test
    void opusMakesUpForLostPacketsFromTheNextOnes() throws Exception {
        CountingDecoder decoder = new CountingDecoder(Codecs.decoder(Bench.OPUS));
        Random random = new Random(11);
        try (VirtualCall call = call(Bench.OPUS, decoder, new Voice(), 1)) {
            call.over(packet -> random.nextInt(10) == 0 ? -1 : 0);
            call.pass(10);
            decoder.recovered = 0;
            decoder.concealedSamples = 0;
            call.pass(60);
            // A tenth of 3000 packets, some of them with the next one.
            assertThat(decoder.recovered).isGreaterThan(200);
            assertThat(decoder.concealedMs()).isLessThan(100 * 20);
            assertThat(call.playout.waitedMs()).isLessThan(40);
        }
    }

    @Test
    void aPauseAndAnotherCountOfTimeAreNoReasonToStayBehind() throws Exception {
        CountingDecoder decoder = new CountingDecoder(Codecs.decoder(Bench.PCMU));
        try (VirtualCall call = call(Bench.PCMU, decoder, new Voice(), 1)) {
            call.pass(3);
            call.over(packet -> -1);
            call.pass(10);
            double silence = 0;
            for (short[] frame : call.run(1)) {
                silence = Math.max(silence, rms(frame));
            }
            assertThat(silence).isZero();
            call.over(packet -> 40_000);
            call.pass(1);
            assertThat(call.playout.waitedMs()).isLessThan(40);
        }
    }

    @Test
    void aStallOfTheNetworkIsCaughtUpWith() throws Exception {
        CountingDecoder decoder = new CountingDecoder(Codecs.decoder(Bench.PCMU));
        try (VirtualCall call = call(Bench.PCMU, decoder, new Voice(), 1)) {
            call.pass(5);
            int first = call.sent();
            // Half a second of packets comes at once.
            call.over(packet -> packet - first < 25 ? (25 - (packet - first)) * 20_000L : 0);
            call.pass(5);
            assertThat(call.playout.waitedMs()).isLessThan(60);
            call.pass(10);
            assertThat(call.playout.waitedMs()).isLessThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverComesOneFrameGoesOutForEachTick(long seed) throws Exception {
        Random random = new Random(seed);
        Codec codec = List.of(Bench.OPUS, Bench.G722, Bench.PCMA, Bench.PCMU).get((int) (seed % 4));
        byte[] data = new byte[1500];
        short[] frame = new short[SoundGraph.FRAME];
        long nanos = 0;
        int timestamp = random.nextInt();
        try (Playout playout = new Playout(Codecs.decoder(codec), codec.clockRate())) {
            for (int tick = 0; tick < 5_000; tick++) {
                for (int i = random.nextInt(random.nextInt(20) == 0 ? 100 : 3); i > 0; i--) {
                    random.nextBytes(data);
                    timestamp += switch (random.nextInt(10)) {
                        case 0 -> -random.nextInt(2000);
                        case 1 -> random.nextInt(20_000);
                        case 2 -> random.nextInt(100) == 0 ? random.nextInt() : 0;
                        default -> codec.clockRate() / 50;
                    };
                    int length = random.nextInt(random.nextBoolean() ? 200 : 1489);
                    playout.received(timestamp, data, 12, 12 + length, nanos);
                }
                nanos += random.nextInt(50) == 0 ? random.nextLong(500_000_000L) : 10_000_000L;
                playout.pull(frame, nanos);
            }
        }
    }

    private static double rms(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / frame.length);
    }
}
