/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlaybackReserveTest {

    private final PlaybackReserve reserve = new PlaybackReserve();
    private long millis = 1_000_000;

    private int frame(long underflowIndex) {
        millis += 10;
        return reserve.before(underflowIndex, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void littleWaitsAsLongAsItIsEnough() {
        for (int i = 0; i < 1000; i++) {
            assertThat(frame(-1)).isEqualTo(PlaybackReserve.LEAST_MS);
        }
    }

    @Test
    void moreWaitsWhereItRanOutSeveralTimesAndLessAgainAfterAWhile() {
        frame(-1);
        assertThat(frame(1)).isEqualTo(15);
        assertThat(frame(2)).isEqualTo(15);
        assertThat(frame(3)).isEqualTo(20);
        for (int i = 0; i < 1000; i++) {
            assertThat(frame(3)).isEqualTo(20);
        }
        assertThat(frame(3)).isEqualTo(15);
    }

    @Test
    void aStallNowAndThenChangesNothing() {
        for (int i = 0; i < 3000; i++) {
            assertThat(frame(i / 200)).isEqualTo(15);
        }
    }

    @Test
    void thereIsAnEndToIt() {
        for (int i = 0; i < 100; i++) {
            assertThat(frame(i)).isLessThanOrEqualTo(PlaybackReserve.MOST_MS);
        }
    }

    @Test
    void whatRanOutWhileNothingWasPlayedSaysNothing() {
        frame(-1);
        millis += 5000;
        assertThat(frame(4800)).isEqualTo(PlaybackReserve.LEAST_MS);
    }
}
