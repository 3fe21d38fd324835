/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaveTest {

    private final Wave wave = new Wave(new float[] {0, 0.5f, 0.2f, 0.1f, 1, 0, 0.3f, 2});

    @Test
    void fewer_bars_than_parts_show_the_loudest_of_each_channel() {
        assertThat(new float[] {wave.ours(0, 2), wave.ours(1, 2)}).containsExactly(0.5f, 0.2f);
        assertThat(new float[] {wave.theirs(0, 2), wave.theirs(1, 2)}).containsExactly(1, 1);
    }

    @Test
    void more_bars_than_parts_repeat_them() {
        assertThat(new float[] {wave.ours(2, 8), wave.ours(3, 8)}).containsExactly(0.5f, 0.5f);
        assertThat(wave.theirs(7, 8)).isEqualTo(1);
    }

    @Test
    void before_anything_is_known_there_is_silence() {
        assertThat(Wave.NONE.ours(0, 10)).isZero();
        assertThat(Wave.NONE.theirs(9, 10)).isZero();
    }
}
