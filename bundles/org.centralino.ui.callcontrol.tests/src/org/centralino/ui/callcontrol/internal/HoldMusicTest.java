/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class HoldMusicTest implements HoldMusic.Store {

    private final FakeCalls calls = new FakeCalls();
    private final List<String> told = new ArrayList<>();
    private String kept = "";
    private final HoldMusic music = new HoldMusic(this, () -> calls, Runnable::run);

    @Test
    void a_file_that_the_telephone_takes_is_kept() {
        music.choose("/music/waltz.wav", Runnable::run, told::add);

        assertThat(told).containsExactly("");
        assertThat(kept).isEqualTo("/music/waltz.wav");
        assertThat(calls.commands).containsExactly("music /music/waltz.wav");
    }

    @Test
    void a_file_that_it_does_not_take_is_told_in_words_and_nothing_changes() {
        kept = "/music/waltz.wav";
        music.choose("/music/bad.txt", Runnable::run, told::add);

        assertThat(told).containsExactly(NLS.bind(Messages.musicUnusable, "no sound in it"));
        assertThat(kept).isEqualTo("/music/waltz.wav");
    }

    @Test
    void a_path_that_is_none_is_told_too() {
        music.choose("\u0000", Runnable::run, told::add);

        assertThat(told).singleElement().asString().isNotBlank();
        assertThat(kept).isEmpty();
    }

    @Test
    void our_own_piece_is_chosen_by_no_file() {
        kept = "/music/waltz.wav";
        music.choose("", Runnable::run, told::add);

        assertThat(kept).isEmpty();
        assertThat(calls.commands).containsExactly("music null");
    }

    @Test
    void without_a_telephone_that_is_said() {
        new HoldMusic(this, () -> null, Runnable::run).choose("", Runnable::run, told::add);

        assertThat(told).containsExactly(Messages.noTelephone);
    }

    @Test
    void what_was_kept_is_used_at_the_start_and_our_own_piece_needs_nothing() {
        music.apply();
        assertThat(calls.commands).isEmpty();

        kept = "/music/bad.txt";
        music.apply();
        assertThat(calls.commands).containsExactly("music /music/bad.txt");
        assertThat(kept).isEqualTo("/music/bad.txt");
    }

    @Override
    public String load() {
        return kept;
    }

    @Override
    public void save(String path) {
        kept = path;
    }
}
