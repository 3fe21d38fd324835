/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayEstimateTest {

    private static final int PACKETS = 500;

    private final DelayEstimate estimate = new DelayEstimate();
    private final Random random = new Random(7);

    private void packet(int number, long transitMicros) {
        // So far apart that none counts as held up with another.
        estimate.add(number * 1_000_000L + transitMicros, transitMicros);
    }

    @Test
    void whatIsSpreadEvenlyIsWaitedForAsAWhole() {
        long latest = 0;
        for (int i = 0; i < PACKETS; i++) {
            long transit = random.nextInt(400_000);
            latest = Math.max(latest, transit);
            packet(i, transit);
        }
        assertThat(estimate.waitMicros()).isBetween(latest, latest + 10_000);
    }

    @Test
    void stragglersAreNotWaitedFor() {
        for (int i = 0; i < PACKETS; i++) {
            packet(i, i % 200 == 100 ? 90_000 : random.nextInt(1_000));
        }
        assertThat(estimate.waitMicros()).isLessThan(5_000);
    }
}
