/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centralino.media.CallStatistics;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundNode;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens during a call. */
class CallTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SSRC = 0x12345678;

    private final Bench bench = new Bench();
    private final LibjitsiLeg anna;
    private final LibjitsiLeg bruno;

    CallTest() throws Exception {
        Bench.natives().get();
        anna = bench.leg("anna");
        bruno = bench.leg("bruno");
    }

    @AfterEach
    void hangUp() {
        anna.close();
        bruno.close();
        bench.close();
    }

    private void call(Codec codec) {
        anna.start(Bench.session(codec, bruno.rtpPort()));
        bruno.start(Bench.session(codec, anna.rtpPort()));
    }

    @Test
    void digitsTypedOnEitherSideArriveAtTheOther() throws Exception {
        List<Character> annaGot = new CopyOnWriteArrayList<>();
        List<Character> brunoGot = new CopyOnWriteArrayList<>();
        anna.onTone(annaGot::add);
        bruno.onTone(brunoGot::add);
        call(Bench.OPUS);
        for (char digit : "1224".toCharArray()) {
            anna.startTone(digit);
            anna.stopTone();
        }
        bruno.startTone('#');
        bruno.stopTone();
        Wait.until("all digits", PATIENCE, () -> brunoGot.size() >= 4 && !annaGot.isEmpty());
        assertThat(brunoGot).containsExactly('1', '2', '2', '4');
        assertThat(annaGot).containsExactly('#');
        assertThat(bruno.statistics().packetsLost()).isZero();
    }

    @Test
    void bothSidesMeasureTheRoundTripAndMissNothing() throws Exception {
        call(Bench.PCMU);
        Wait.until(
                "reports both ways",
                Duration.ofSeconds(40),
                () -> anna.statistics().roundTripMs() >= 0 && bruno.statistics().roundTripMs() >= 0);
        for (CallStatistics statistics : List.of(anna.statistics(), bruno.statistics())) {
            assertThat(statistics.roundTripMs()).isBetween(0.0, 200.0);
            assertThat(statistics.packetsLost()).isZero();
            assertThat(statistics.peerPacketsLost()).isZero();
            assertThat(statistics.jitterMs()).isBetween(0.0, 40.0);
            assertThat(statistics.firstReceivedNanos()).isPositive();
        }
    }

    @Test
    void soundGoesToWhereTheFarSideIsHeardFrom() throws Exception {
        try (FarSide agreed = new FarSide();
                FarSide real = new FarSide()) {
            anna.start(Bench.session(Bench.PCMU, agreed.port()));
            Wait.until("sound to the agreed address", PATIENCE, () -> agreed.received() > 5);
            Wait.until("sound to where the far side speaks", PATIENCE, () -> speak(real, anna) && real.received() > 5);
            int before = agreed.received();
            int later = real.received() + 10;
            Wait.until("more sound", PATIENCE, () -> speak(real, anna) && real.received() > later);
            assertThat(agreed.received()).isLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    void onHoldNothingIsSentAndAfterwardsTheStreamGoesOnUnbroken() throws Exception {
        try (FarSide far = new FarSide()) {
            anna.start(Bench.session(Bench.PCMA, far.port()));
            Wait.until("sound", PATIENCE, () -> far.received() > 10);
            anna.start(held(far.port()));
            Wait.until("held", PATIENCE, () -> isQuiet(far));
            anna.start(Bench.session(Bench.PCMA, far.port()));
            int before = far.received();
            Wait.until("sound again", PATIENCE, () -> far.received() > before + 10);
            anna.start(Bench.session(Bench.OPUS, far.port()));
            int again = far.received();
            Wait.until("sound by another codec", PATIENCE, () -> far.received() > again + 20);
            assertThat(far.gaps()).isZero();
        }
    }

    @Test
    void randomPacketsNeitherEndTheCallNorAddVoices() throws Exception {
        SoundNode tone = bench.tone(440, 8000);
        bench.graph.connect(tone, anna.node());
        Ear ear = bench.ear(bruno.node());
        call(Bench.OPUS);
        Wait.until("the tone", PATIENCE, () -> ear.amplitude(440) > 6000);
        int threads = Thread.activeCount();
        Random random = new Random(99);
        try (FarSide stranger = new FarSide()) {
            for (int i = 0; i < 20_000; i++) {
                byte[] data = new byte[random.nextInt(1, 2000)];
                random.nextBytes(data);
                if (i % 2 == 0 && data.length > 12) {
                    data[0] = (byte) 0x80;
                    data[1] = (byte) (i % 4 == 0 ? 111 : 101);
                }
                stranger.send(bruno.rtpPort() + i % 2, data, data.length);
            }
            stranger.send(bruno.rtpPort(), new byte[0], 0);
        }
        ear.forget();
        Wait.until("the tone still", PATIENCE, () -> ear.amplitude(440) > 6000);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
    }

    @Test
    void aLossyLineStillSounds() throws Exception {
        SoundNode tone = bench.tone(440, 8000);
        bench.graph.connect(tone, anna.node());
        Ear ear = bench.ear(bruno.node());
        try (LossyRelay relay = new LossyRelay(bruno.rtpPort(), 20)) {
            anna.start(Bench.session(Bench.OPUS, relay.port()));
            // Bruno only listens: heard from elsewhere, he would be sent to without the relay.
            bruno.start(new RtpSession(
                    Bench.loopback(anna.rtpPort()), null, Bench.OPUS, 111, 111, -1, -1, 20, false, true));
            Wait.until("loss is counted", PATIENCE, () -> bruno.statistics().packetsLost() > 20);
            Wait.until("the tone by and large", PATIENCE, () -> ear.amplitude(440) > 4500);
        }
    }

    private static RtpSession held(int port) {
        return new RtpSession(Bench.loopback(port), null, Bench.PCMA, 8, 8, 101, 101, 20, false, false);
    }

    private static boolean speak(FarSide far, LibjitsiLeg leg) {
        try {
            far.speak(leg.rtpPort(), SSRC);
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isQuiet(FarSide far) {
        int before = far.received();
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return far.received() == before;
    }
}
