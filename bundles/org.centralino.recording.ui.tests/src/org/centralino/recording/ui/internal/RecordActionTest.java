/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.recording.ui.internal.Calls.ID;
import static org.centralino.recording.ui.internal.FakeRecording.state;

import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.ActionState.Mode;
import org.centralino.ui.callcontrol.CallSite;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The button Record (S10). */
class RecordActionTest {

    private final FakeRecording recording = new FakeRecording();
    private @Nullable RecordingService service = recording;
    private final RecordAction action = new RecordAction(() -> service);
    private final Site site = new Site();
    private final Call call = Calls.answered();

    @Test
    void on_demand_a_press_starts_it_and_a_further_press_stops_it() {
        assertThat(action.state(call, site)).isEqualTo(ActionState.OFF);
        action.run(call, site);
        assertThat(action.state(call, site)).isEqualTo(ActionState.ON);
        action.run(call, site);
        assertThat(action.state(call, site)).isEqualTo(ActionState.OFF);
        assertThat(recording.commands).containsExactly("start " + ID, "stop " + ID);
    }

    @Test
    void on_demand_it_says_why_it_cannot_be_pressed_before_the_answer() {
        assertThat(action.state(Calls.ringing(), site)).isEqualTo(ActionState.greyed(Messages.recordWhenAnswered));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"STARTING", "FAILED"})
    void what_was_asked_for_and_does_not_reach_the_disk_is_not_shown_as_on_and_can_be_given_up(Kind kind) {
        recording.states.put(ID, state(kind, false));

        ActionState shown = action.state(call, site);
        assertThat(shown.mode()).isEqualTo(Mode.ARMED);
        assertThat(shown.isOn()).isFalse();

        action.run(call, site);
        assertThat(recording.commands).containsExactly("stop " + ID);
    }

    @Test
    void a_failure_is_in_the_description_of_the_button() {
        recording.states.put(ID, state(Kind.FAILED, false));

        assertThat(action.state(call, site).description())
                .isEqualTo(NLS.bind(Messages.recordFailed, "the disk is full"));
    }

    @Test
    void automatic_it_is_locked_while_sound_reaches_the_disk() {
        recording.automatic = true;
        recording.states.put(ID, state(Kind.RECORDING, true));

        assertThat(action.state(call, site)).isEqualTo(new ActionState(Mode.LOCKED, true, Messages.recordLocked));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void automatic_a_press_changes_nothing_however_it_stands(Kind kind) {
        recording.automatic = true;
        recording.states.put(ID, state(kind, true));

        action.run(call, site);

        assertThat(recording.commands).isEmpty();
    }

    @Test
    void automatic_it_says_before_the_answer_that_it_begins_by_itself() {
        recording.automatic = true;

        assertThat(action.state(Calls.ringing(), site))
                .isEqualTo(new ActionState(Mode.ARMED, true, Messages.recordByItself));
    }

    @Test
    void without_recording_there_is_no_button_and_a_press_does_nothing() {
        service = null;

        assertThat(action.state(call, site)).isEqualTo(ActionState.ABSENT);
        action.run(call, site);
        assertThat(recording.commands).isEmpty();
    }

    @Test
    void a_change_has_the_strip_ask_again() {
        action.recordingChanged(ID, RecordingState.OFF);
        assertThat(site.asked).isZero();

        action.state(call, site);
        action.recordingChanged(ID, state(Kind.RECORDING, false));

        assertThat(site.asked).isEqualTo(1);
    }

    private static final class Site implements CallSite {

        int asked;

        @Override
        public CallService calls() {
            throw new IllegalStateException("not needed to record");
        }

        @Override
        public boolean isKeypadOpen() {
            return false;
        }

        @Override
        public void setKeypadOpen(boolean open) {
            // not of interest here
        }

        @Override
        public boolean isTransferOpen(Call which) {
            return false;
        }

        @Override
        public void toggleTransfer(Call which) {
            // not of interest here
        }

        @Override
        public void refresh() {
            asked++;
        }
    }
}
