/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.centralino.media.libjitsi.internal.rtp.RtcpSession.Traffic;
import org.junit.jupiter.api.Test;

class RtcpSessionTest {

    private static final Traffic SOME = new Traffic(100, 16_000);

    private final StreamNumbering ours = new StreamNumbering();
    private final StreamNumbering theirs = new StreamNumbering();
    private final RtcpSession us = new RtcpSession(ours, new ReceptionStatistics());
    private final ReceptionStatistics theirReception = new ReceptionStatistics();
    private final RtcpSession them = new RtcpSession(theirs, theirReception);
    private final byte[] data = new byte[1500];

    @Test
    void aSenderReportTellsTheTimeSince1900() {
        us.write(data, SOME, null, false, System.nanoTime());
        long seconds = RtpPacket.int32(data, 8) & 0xFFFFFFFFL;
        Instant told = Instant.ofEpochSecond(seconds - 2_208_988_800L);
        assertThat(Duration.between(told, Instant.now())).isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(3));
        assertThat(RtcpSession.ntp(Instant.parse("1970-01-01T00:00:00.5Z")))
                .isEqualTo((2_208_988_800L << 32) + (1L << 31));
    }

    @Test
    void theRoundTripIsWhatPassedLessWhatTheFarSideHeldIt() {
        long now = System.nanoTime();
        int length = us.write(data, SOME, theirs.ssrc(), false, now);
        assertThat(them.received(data, length, now)).isTrue();
        length = them.write(data, SOME, ours.ssrc(), false, now);
        assertThat(us.received(data, length, now)).isTrue();
        assertThat(us.roundTripMs()).isBetween(0.0, 500.0);
        assertThat(us.peerLost()).isZero();
    }

    @Test
    void whatTheFarSideMissedIsToldBack() {
        theirReception.restart(8000);
        for (int sequence : new int[] {1, 2, 3, 7, 8}) {
            theirReception.received(sequence, sequence * 160, sequence * 20_000_000L);
        }
        long now = System.nanoTime();
        int length = them.write(data, SOME, ours.ssrc(), true, now);
        assertThat(us.received(data, length, now)).isTrue();
        assertThat(us.peerLost()).isEqualTo(3);
        assertThat(us.peerFractionLost() / 256.0).isCloseTo(3 / 8.0, within(0.01));
    }

    @Test
    void randomAndCutPacketsAreLeftAlone() {
        Random random = new Random(42);
        int length = them.write(data, SOME, ours.ssrc(), true, System.nanoTime());
        for (int i = 0; i < 200_000; i++) {
            byte[] packet = data.clone();
            for (int flip = random.nextInt(1, 8); flip > 0; flip--) {
                packet[random.nextInt(length)] = (byte) random.nextInt();
            }
            us.received(packet, random.nextInt(packet.length), System.nanoTime());
            random.nextBytes(packet);
            us.received(packet, random.nextInt(packet.length), System.nanoTime());
        }
        assertThat(us.received(data, length, System.nanoTime())).isTrue();
        assertThat(us.roundTripMs()).isLessThanOrEqualTo(30_000);
    }
}
