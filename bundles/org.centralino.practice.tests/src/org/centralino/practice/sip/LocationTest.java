/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocationTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong();
    private final Location location = new Location(() -> Instant.ofEpochMilli(now.get()));
    private final User anna = User.ALL.get(0);

    @Test
    void aBindingLastsAsLongAsItWasGranted() {
        location.bind(anna, "sip:a", "id", 1, MINUTE);
        now.addAndGet(59_000);
        assertThat(location.of(anna)).extracting(Location.Binding::contact).containsExactly("sip:a");
        now.addAndGet(1_000);
        assertThat(location.of(anna)).isEmpty();
    }

    @Test
    void aRequestThatComesLateChangesNothing() {
        location.bind(anna, "sip:a", "id", 2, MINUTE);
        assertThat(location.bind(anna, "sip:a", "id", 1, Duration.ZERO)).isFalse();
        assertThat(location.of(anna)).hasSize(1);
        assertThat(location.bind(anna, "sip:a", "id", 3, Duration.ZERO)).isTrue();
        assertThat(location.of(anna)).isEmpty();
    }

    @Test
    void oneUserHasNoMoreThanTenBindings() {
        for (int i = 0; i < 12; i++) {
            location.bind(anna, "sip:a" + i, "id", 1, MINUTE);
        }
        assertThat(location.of(anna)).hasSize(10);
    }
}
