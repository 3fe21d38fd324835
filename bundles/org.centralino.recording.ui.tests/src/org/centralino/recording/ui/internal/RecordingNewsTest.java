/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.recording.ui.internal.Calls.ID;
import static org.centralino.recording.ui.internal.FakeRecording.state;

import java.util.ArrayList;
import java.util.List;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.telephony.Call;
import org.centralino.ui.widgets.NoticeCard.Notice;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

/** What is said of recordings, aloud and in sight. */
class RecordingNewsTest {

    private static final String FULL = "the disk is full";

    private final List<String> said = new ArrayList<>();
    private List<Notice> shown = List.of();
    private @Nullable Call call = Calls.answered();
    private final RecordingNews news = new RecordingNews(id -> call, notices -> shown = notices, said::add);

    @Test
    void it_is_said_when_recording_begins_and_when_it_is_stopped() {
        news.changed(ID, state(Kind.STARTING, false));
        assertThat(said).isEmpty();
        news.changed(ID, state(Kind.RECORDING, false));
        news.changed(ID, state(Kind.RECORDING, false));
        news.changed(ID, RecordingState.OFF);

        assertThat(said).containsExactly(Messages.sayRecording, Messages.sayStopped);
        assertThat(shown).isEmpty();
    }

    @Test
    void the_end_of_the_call_ends_it_without_words() {
        news.changed(ID, state(Kind.RECORDING, true));
        call = null;
        news.changed(ID, RecordingState.OFF);

        assertThat(said).containsExactly(Messages.sayRecordingLocked);
    }

    @Test
    void a_failure_is_said_once_and_stays_in_sight_until_sound_reaches_the_disk_again() {
        String title = NLS.bind(Messages.notRecordedNamed, "Maria Rossi");
        news.changed(ID, state(Kind.RECORDING, true));
        said.clear();

        news.changed(ID, state(Kind.FAILED, true));
        news.changed(ID, state(Kind.FAILED, true));
        assertThat(said).containsExactly(title + ". " + FULL);
        assertThat(shown).containsExactly(new Notice(title, FULL));

        news.changed(ID, state(Kind.STARTING, true));
        assertThat(shown).hasSize(1);
        news.changed(ID, state(Kind.RECORDING, true));
        assertThat(shown).isEmpty();
        assertThat(said).last().isEqualTo(Messages.sayRecordingAgain);
    }

    @Test
    void an_automatic_recording_that_failed_to_the_end_of_the_call_is_in_sight_until_it_was_read() {
        news.changed(ID, state(Kind.FAILED, true));
        call = null;
        news.changed(ID, RecordingState.OFF);

        assertThat(shown).containsExactly(new Notice(NLS.bind(Messages.wasNotRecordedNamed, "Maria Rossi"), FULL));
        news.dismiss();
        assertThat(shown).isEmpty();
    }

    @Test
    void one_on_demand_that_failed_and_is_given_up_is_not_spoken_of_any_more() {
        news.changed(ID, state(Kind.FAILED, false));
        news.changed(ID, RecordingState.OFF);

        assertThat(shown).isEmpty();
        assertThat(said).hasSize(1);
    }

    @Test
    void what_was_read_stays_away_until_something_else_goes_wrong() {
        news.changed(ID, state(Kind.FAILED, true));
        news.dismiss();
        news.changed(ID, state(Kind.FAILED, true));
        assertThat(shown).isEmpty();

        news.changed(ID, new RecordingState(Kind.FAILED, true, null, "the disk is gone"));
        assertThat(shown).hasSize(1);
        assertThat(said).hasSize(2);
    }

    @Test
    void what_failed_before_the_call_is_known_is_said_without_a_name() {
        call = null;
        news.changed(ID, state(Kind.FAILED, true));

        assertThat(shown).containsExactly(new Notice(Messages.notRecorded, FULL));
    }

    @Test
    void when_recording_goes_nothing_is_left_to_say() {
        news.changed(ID, state(Kind.FAILED, true));
        news.gone();

        assertThat(shown).isEmpty();
    }
}
