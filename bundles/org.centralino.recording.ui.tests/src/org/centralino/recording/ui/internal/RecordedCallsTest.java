/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.recording.ui.internal.FakeRecording.CALL;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedCallsTest {

    private final FakeRecording catalogue = new FakeRecording();
    private int told;
    private final RecordedCalls calls = new RecordedCalls(catalogue, () -> told++);

    @Test
    void a_call_is_looked_up_once_and_told_of_when_it_has_recordings() {
        catalogue.slow = true;

        assertThat(calls.has(CALL)).isFalse();
        assertThat(calls.has(CALL)).isFalse();
        assertThat(catalogue.waiting).hasSize(1);

        catalogue.waiting.getFirst().complete(List.of(FakeRecording.recording(7)));
        assertThat(told).isEqualTo(1);
        assertThat(calls.has(CALL)).isTrue();
    }

    @Test
    void what_is_known_counts_until_it_was_looked_up_again() {
        catalogue.recordings.add(FakeRecording.recording(7));
        calls.has(CALL);
        assertThat(calls.has(CALL)).isTrue();

        catalogue.recordings.clear();
        catalogue.slow = true;
        calls.renew();
        assertThat(calls.has(CALL)).isTrue();

        catalogue.waiting.getFirst().complete(List.of());
        assertThat(calls.has(CALL)).isFalse();
    }

    @Test
    void a_catalogue_that_cannot_be_read_has_nothing() {
        catalogue.broken = "no";
        assertThat(calls.has(CALL)).isFalse();
    }
}
