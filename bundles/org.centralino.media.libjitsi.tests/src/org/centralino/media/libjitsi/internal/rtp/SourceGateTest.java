/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.centralino.media.libjitsi.internal.rtp.SourceGate.Verdict;
import org.junit.jupiter.api.Test;

class SourceGateTest {

    private static final InetSocketAddress PEER = InetSocketAddress.createUnresolved("peer", 4000);
    private static final InetSocketAddress OTHER = InetSocketAddress.createUnresolved("other", 4000);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    private final SourceGate gate = new SourceGate();
    private long now = STEP;

    private Verdict judge(int ssrc, int sequence, InetSocketAddress from) {
        return gate.judge(ssrc, sequence, from, now += STEP);
    }

    @Test
    void theFirstPacketWinsAndItsSourceGoesOnOverTheWrapAround() {
        assertThat(judge(1, 65_535, PEER)).isEqualTo(Verdict.NEW_SOURCE);
        assertThat(judge(1, 0, PEER)).isEqualTo(Verdict.SAME);
        assertThat(judge(1, 65_535, PEER)).isEqualTo(Verdict.SAME);
    }

    @Test
    void aForgedPacketFromElsewhereDoesNotTakeOverWhileThePeerTalks() {
        judge(1, 10, PEER);
        for (int i = 11; i < 40; i++) {
            assertThat(judge(1, i, PEER)).isEqualTo(Verdict.SAME);
            assertThat(judge(2, i, OTHER)).isEqualTo(Verdict.REFUSED);
            assertThat(judge(1, i + 500, OTHER)).isEqualTo(Verdict.REFUSED);
        }
        assertThat(gate.address()).isEqualTo(PEER);
    }

    @Test
    void thePeerMayMoveOnceItsOldAddressIsSilent() {
        judge(1, 10, PEER);
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(judge(1, 20, OTHER)).isEqualTo(Verdict.REFUSED);
        assertThat(judge(1, 21, OTHER)).isEqualTo(Verdict.SAME);
        assertThat(gate.address()).isEqualTo(OTHER);
    }

    @Test
    void anotherSourceOfThePeerTakesOverWithTwoPacketsInSequence() {
        judge(1, 10, PEER);
        assertThat(judge(7, 900, PEER)).isEqualTo(Verdict.REFUSED);
        assertThat(judge(7, 901, PEER)).isEqualTo(Verdict.NEW_SOURCE);
        assertThat(gate.ssrc()).isEqualTo(7);
    }

    @Test
    void whoeverWasFirstGivesWayToTheAgreedAddress() {
        gate.reopen(PEER);
        assertThat(judge(2, 10, OTHER)).isEqualTo(Verdict.NEW_SOURCE);
        assertThat(judge(1, 70, PEER)).isEqualTo(Verdict.REFUSED);
        assertThat(judge(1, 71, PEER)).isEqualTo(Verdict.NEW_SOURCE);
        assertThat(judge(2, 12, OTHER)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void anotherRoundOfOfferAndAnswerLetsAnyoneIn() {
        judge(1, 10, PEER);
        gate.reopen(PEER);
        assertThat(judge(5, 3, OTHER)).isEqualTo(Verdict.NEW_SOURCE);
    }
}
