/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.START;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.held;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.media.CallStatistics;
import org.centralino.media.VoiceQuality;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QualityWatchTest {

    private final FakeCalls calls = new FakeCalls();
    private final AtomicInteger changes = new AtomicInteger();
    private final QualityWatch watch = new QualityWatch(() -> calls, changes::incrementAndGet);
    private long received;
    private long lost;

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void a_call_that_loses_nothing_sounds_good() {
        calls.up.add(active(outgoing("600")));
        look(100, 0);
        assertThat(watch.of("600")).isNull();

        look(100, 0);

        QualityView view = shown();
        assertThat(view.bars()).isEqualTo(4);
        assertThat(view.name()).isEqualTo("Good call quality");
        assertThat(view.detail()).matches("Loss 0[.,]0 %, jitter 3 ms, round trip 20 ms, MOS 4[.,]\\d");
        assertThat(view.isAlarming()).isFalse();
        assertThat(changes).hasValue(1);
    }

    @Test
    void what_is_long_over_does_not_count() {
        calls.up.add(active(outgoing("600")));
        look(50, 50);
        look(50, 50);
        assertThat(shown().bars()).isEqualTo(1);
        assertThat(shown().isAlarming()).isTrue();

        for (int i = 0; i < 4; i++) {
            look(100, 0);
        }

        assertThat(shown().bars()).isEqualTo(4);
    }

    @Test
    void a_far_side_that_is_not_heard_for_six_seconds_is_said_so() {
        calls.up.add(active(outgoing("600")));
        for (int i = 0; i < 3; i++) {
            look(0, 0);
            assertThat(watch.of("600")).isNull();
        }

        look(0, 0);

        assertThat(shown().bars()).isZero();
        assertThat(shown().name()).isEqualTo("No sound arrives");
        assertThat(shown().isAlarming()).isTrue();
    }

    @Test
    void a_held_call_has_no_quality_and_begins_anew() {
        calls.up.add(active(outgoing("600")));
        look(100, 0);
        look(100, 0);

        calls.up.set(0, held(calls.up.get(0), START));
        look(0, 0);
        assertThat(watch.of("600")).isNull();

        calls.up.set(0, active(outgoing("600")));
        look(0, 0);
        assertThat(watch.of("600")).isNull();
    }

    @Test
    void another_stream_is_not_taken_for_loss() {
        calls.up.add(active(outgoing("600")));
        look(100, 0);
        look(100, 0);
        received = 0;
        lost = 0;
        look(5, 0);
        assertThat(watch.of("600")).isNull();
    }

    @Test
    void it_is_looked_by_itself_while_a_call_talks() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        calls.up.add(active(outgoing("600")));
        calls.counted = statistics();
        try (QualityWatch own = new QualityWatch(() -> calls, seen::countDown)) {
            own.callChanged(calls.up.get(0));
            received += 100;
            calls.counted = statistics();
            // The second look may have been the first to see these.
            boolean told = seen.await(5, TimeUnit.SECONDS);
            received += 100;
            calls.counted = statistics();
            assertThat(told || seen.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void only_getting_bad_is_announced() {
        List<String> nothing = List.of();
        assertThat(news(null, 4)).isEqualTo(nothing);
        assertThat(news(4, 2)).isEqualTo(nothing);
        assertThat(news(2, 1)).containsExactly("Bad call quality");
        assertThat(news(1, 1)).isEqualTo(nothing);
        assertThat(news(1, 4)).isEqualTo(nothing);
        assertThat(news(4, 0)).containsExactly("No sound arrives");
        assertThat(news(null, 1)).containsExactly("Bad call quality");
    }

    private static List<String> news(@Nullable Integer before, int now) {
        return News.between(strip(before), strip(now));
    }

    private static CallsView strip(@Nullable Integer bars) {
        QualityView quality = bars == null
                ? null
                : bars == 0
                        ? QualityView.silent()
                        : QualityView.of(new VoiceQuality(
                                0, 0, 0, List.of(50, 65, 75, 90).get(bars - 1)));
        StripView strip = StripView.of(active(outgoing("600")), "", START, "", quality);
        return new CallsView(strip, false, "", null, List.of(), false);
    }

    private QualityView shown() {
        QualityView view = watch.of("600");
        if (view == null) {
            throw new AssertionError("nothing is shown");
        }
        return view;
    }

    /** Looks after so many packets more. */
    private void look(long more, long missed) {
        received += more;
        lost += missed;
        calls.counted = statistics();
        watch.look();
    }

    private CallStatistics statistics() {
        return new CallStatistics(received, received, lost, -1, 3, 20, 0, -1, 1);
    }
}
