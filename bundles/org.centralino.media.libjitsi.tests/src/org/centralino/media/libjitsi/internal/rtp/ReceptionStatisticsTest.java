/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReceptionStatisticsTest {

    private final ReceptionStatistics statistics = new ReceptionStatistics();

    @Test
    void lossIsCountedOverTheWrapAroundAndLatePacketsMakeUpForIt() {
        statistics.restart(8000);
        for (int i = 0; i < 1000; i++) {
            if (i % 10 != 3) {
                statistics.received(65_000 + i & 0xFFFF, i * 160, i * 20_000_000L);
            }
        }
        assertThat(statistics.lost()).isEqualTo(100);
        statistics.received(65_003, 3 * 160, 1000 * 20_000_000L);
        assertThat(statistics.lost()).isEqualTo(99);
        assertThat(statistics.received()).isEqualTo(901);
    }

    @Test
    void jitterIsWhatArrivalVariesBy() {
        statistics.restart(8000);
        for (int i = 0; i < 2000; i++) {
            statistics.received(i, i * 160, i * 20_000_000L + (i % 2 == 0 ? 0 : 5_000_000));
        }
        assertThat(statistics.jitterMs()).isCloseTo(5, within(0.3));
    }

    @Test
    void aNewSourceIsNoLoss() {
        statistics.restart(8000);
        statistics.received(10, 0, 0);
        statistics.received(12, 320, 40_000_000);
        statistics.restart(48_000);
        statistics.received(40_000, 0, 60_000_000);
        assertThat(statistics.lost()).isEqualTo(1);
    }
}
