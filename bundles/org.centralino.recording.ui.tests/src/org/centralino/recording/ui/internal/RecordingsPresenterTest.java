/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.recording.ui.internal.FakeRecording.CALL;
import static org.centralino.recording.ui.internal.FakeRecording.recording;
import static org.centralino.recording.ui.internal.People.MARIA;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.centralino.directory.Phone;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Storage;
import org.centralino.recording.RecordingService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

/** What a list of recordings shows and does. */
class RecordingsPresenterTest {

    private final FakeRecording recording = new FakeRecording();
    private @Nullable RecordingService service = recording;
    private final Listening listening = new Listening();
    private final Seen seen = new Seen();
    private final RecordingsPresenter presenter = presenter(seen);

    private RecordingsPresenter presenter(Seen view) {
        return new RecordingsPresenter(() -> service, new ContactNumbers(() -> null), Runnable::run, listening, view);
    }

    @Test
    void of_a_contact_there_are_those_with_any_of_its_numbers_however_they_are_written() {
        Recording mobile = recording(2, "+393470001142", Storage.HERE, true);
        Recording other = recording(3, "207", Storage.HERE, true);
        recording.recordings.addAll(List.of(other, mobile, recording(1)));

        presenter.show(MARIA);

        assertThat(seen.ids()).containsExactly(2L, 1L);
        assertThat(seen.state().more()).isFalse();
    }

    @Test
    void of_a_call_there_are_all_of_it() {
        recording.recordings.addAll(List.of(recording(2), recording(1)));

        presenter.show(CALL);
        assertThat(seen.ids()).containsExactly(2L, 1L);

        presenter.show(CALL.plusSeconds(1));
        assertThat(seen.ids()).isEmpty();
        assertThat(seen.state().loaded()).isTrue();
    }

    @Test
    void there_are_ten_at_first_and_more_on_demand() {
        LongStream.rangeClosed(1, 25).forEach(id -> recording.recordings.add(recording(id)));

        presenter.show(MARIA);
        assertThat(seen.ids()).hasSize(10);
        assertThat(seen.state().more()).isTrue();
        presenter.more();
        presenter.more();

        assertThat(seen.ids()).hasSize(25);
        assertThat(seen.state().more()).isFalse();
    }

    @Test
    void an_answer_about_somebody_who_is_not_shown_any_more_is_dropped() {
        recording.slow = true;
        presenter.show(MARIA);
        presenter.show(People.contact("Luca Ferri", new Phone("118", Phone.Type.INTERNAL)));

        recording.waiting.get(1).complete(List.of(recording(5)));
        recording.waiting.get(0).complete(List.of(recording(1)));

        assertThat(seen.ids()).containsExactly(5L);
    }

    @Test
    void what_the_catalogue_has_new_is_there_at_once() {
        presenter.show(MARIA);
        recording.recordings.add(recording(1));
        presenter.catalogueChanged();

        assertThat(seen.ids()).containsExactly(1L);
    }

    @Test
    void one_is_listened_to_at_a_time_and_pressing_again_ends_that() {
        recording.recordings.addAll(List.of(recording(2), recording(1)));
        presenter.show(MARIA);

        presenter.toggle(1);
        assertThat(seen.player().recording().id()).isEqualTo(1);
        presenter.toggle(2);
        assertThat(recording.playbacks.get(0).closed).isTrue();
        assertThat(seen.player().recording().id()).isEqualTo(2);
        presenter.toggle(2);
        assertThat(recording.playbacks.get(1).closed).isTrue();
        assertThat(seen.state().player()).isNull();
    }

    @Test
    void listening_elsewhere_ends_it_here() {
        recording.recordings.add(recording(1));
        presenter.show(MARIA);
        presenter.toggle(1);
        Seen elsewhere = new Seen();
        RecordingsPresenter other = presenter(elsewhere);
        other.show(CALL);

        other.toggle(1);

        assertThat(seen.state().player()).isNull();
        assertThat(elsewhere.player().isPlaying()).isTrue();
    }

    @Test
    void when_a_call_gets_the_voice_it_is_silent_and_can_be_heard_again() {
        recording.recordings.add(recording(1));
        presenter.show(MARIA);
        presenter.toggle(1);
        Voices voices = new Voices(presenter::pause);

        voices.callChanged(Calls.ringing());
        assertThat(recording.playback().isPlaying()).isTrue();
        voices.callChanged(Calls.answered());
        assertThat(recording.playback().isPlaying()).isFalse();

        seen.player().toggle();
        voices.callChanged(Calls.answered());
        assertThat(recording.playback().isPlaying()).isTrue();
    }

    @Test
    void another_contact_ends_it_and_the_same_one_again_does_not() {
        recording.recordings.add(recording(1));
        presenter.show(MARIA);
        presenter.toggle(1);

        presenter.show(MARIA);
        assertThat(recording.playback().closed).isFalse();
        presenter.show(People.contact("Luca Ferri"));
        assertThat(recording.playback().closed).isTrue();
    }

    @Test
    void deleting_is_asked_once_and_can_be_taken_back() {
        recording.recordings.add(recording(1));
        presenter.show(MARIA);
        presenter.toggle(1);
        assertThat(seen.state().canDelete()).isTrue();

        presenter.delete();
        assertThat(recording.recordings).hasSize(1);
        presenter.askToDelete();
        assertThat(seen.state().asking()).isTrue();
        presenter.keep();
        assertThat(seen.state().asking()).isFalse();
        presenter.askToDelete();
        presenter.delete();

        assertThat(recording.commands).contains("delete 1");
        assertThat(seen.ids()).isEmpty();
        assertThat(seen.state().player()).isNull();
        assertThat(seen.said).contains(Messages.deleted);
    }

    @Test
    void what_the_policy_does_not_let_be_deleted_has_no_button_for_it() {
        recording.canDelete = false;
        recording.recordings.add(recording(1));
        presenter.show(MARIA);
        presenter.toggle(1);

        assertThat(seen.state().canDelete()).isFalse();
    }

    @Test
    void a_copy_is_written_and_it_is_said_where_or_why_not() {
        Path file = Path.of("copy.opus");
        recording.recordings.add(recording(1));
        presenter.show(MARIA);
        presenter.toggle(1);

        presenter.export(file);
        assertThat(recording.commands).contains("export 1 copy.opus");
        assertThat(seen.state().note()).isEqualTo(NLS.bind(Messages.exported, file));

        recording.broken = "no room";
        presenter.export(file);
        assertThat(seen.state().note()).isEqualTo(NLS.bind(Messages.cannotExport, "no room"));
        assertThat(seen.state().problem()).isTrue();
    }

    @Test
    void a_catalogue_that_cannot_be_read_says_why() {
        recording.broken = "the disk is gone";
        presenter.show(MARIA);

        assertThat(seen.state().note()).isEqualTo(NLS.bind(Messages.cannotRead, "the disk is gone"));
    }

    @Test
    void when_recording_goes_there_is_nothing_and_what_is_listened_to_ends() {
        recording.recordings.add(recording(1));
        presenter.show(MARIA);
        presenter.toggle(1);

        service = null;
        presenter.cameOrWent();
        assertThat(seen.ids()).isEmpty();
        assertThat(recording.playback().closed).isTrue();

        service = recording;
        presenter.cameOrWent();
        assertThat(seen.ids()).containsExactly(1L);
    }

    private static final class Seen implements RecordingsPresenter.View {

        final List<String> said = new ArrayList<>();
        private @Nullable RecordingsState last;

        @Override
        public void show(RecordingsState state) {
            last = state;
        }

        @Override
        public void announce(String text) {
            said.add(text);
        }

        RecordingsState state() {
            return Objects.requireNonNull(last);
        }

        List<Long> ids() {
            return state().recordings().stream().map(Recording::id).toList();
        }

        Player player() {
            return Objects.requireNonNull(state().player());
        }
    }
}
