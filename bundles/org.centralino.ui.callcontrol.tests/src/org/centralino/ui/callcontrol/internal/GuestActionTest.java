/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;

import java.util.ArrayList;
import java.util.List;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;
import org.junit.jupiter.api.Test;

/** A partner's button, which the strip never waits for. */
class GuestActionTest {

    private final FakeCalls calls = new FakeCalls();
    private final FakeGuest guest = new FakeGuest();
    private final Site site = new Site();
    private final Ticket ticket = new Ticket();
    private final Call call = active(outgoing("600"));
    private final GuestAction action = new GuestAction(guest, () -> ticket, "Ticket", Runnable::run);
    private final ActionEntry entry = entry("ticket", action);
    private final ActionEntry hangUp = entry("hangup", new HangUpAction());
    private final Actions actions = new Actions(List.of(entry, hangUp), site);

    @Test
    void there_is_no_button_until_the_guest_has_answered_and_the_others_work_meanwhile() {
        assertThat(actions.state(entry, call)).isEqualTo(ActionState.ABSENT);
        assertThat(actions.state(entry, call)).isEqualTo(ActionState.ABSENT);
        assertThat(ticket.asked).isEmpty();
        actions.press(entry, call);
        actions.press(hangUp, call);

        assertThat(calls.commands).containsExactly("hangUp 600");
        assertThat(ticket.pressed).isEmpty();
    }

    @Test
    void it_is_asked_once_for_what_is_shown_many_times_while_it_thinks() {
        for (int i = 0; i < 10; i++) {
            actions.state(entry, call);
        }
        assertThat(guest.waiting()).isEqualTo(2); // its making, and one question
    }

    @Test
    void its_answer_is_shown_when_it_comes_and_the_strip_is_told_once() {
        actions.state(entry, call);
        guest.work();

        assertThat(site.refreshed).isEqualTo(1);
        assertThat(actions.state(entry, call)).isEqualTo(ActionState.OFF);
        assertThat(guest.waiting())
                .as("what is shown for its answer asks no question")
                .isZero();

        actions.state(entry, call);
        guest.work();
        assertThat(site.refreshed).as("the same answer changes nothing").isEqualTo(1);
    }

    @Test
    void it_is_asked_about_the_latest_of_the_calls_that_it_was_too_slow_for() {
        Call muted = FakeCalls.microphoneOff(call);
        actions.state(entry, outgoing("600"));
        actions.state(entry, call);
        actions.state(entry, muted);
        guest.work();

        assertThat(ticket.asked).containsExactly(muted);
    }

    @Test
    void a_press_reaches_it_on_its_own_thread_and_it_is_asked_anew() {
        answered();
        actions.press(entry, call);
        assertThat(ticket.pressed).isEmpty();
        guest.work();

        assertThat(ticket.pressed).containsExactly(call);
        actions.state(entry, call);
        guest.work();
        assertThat(actions.state(entry, call)).isEqualTo(ActionState.ON);
    }

    @Test
    void the_panels_are_for_it_as_they_were_when_it_was_called() {
        answered();
        site.keypadOpen = true;
        actions.press(entry, call);
        site.keypadOpen = false;
        guest.work();

        assertThat(ticket.sawKeypad).isTrue();
        assertThat(site.keypadOpen).as("what it opens opens").isTrue();
    }

    @Test
    void the_answers_of_calls_are_kept_apart() {
        answered();
        assertThat(actions.state(entry, active(outgoing("602")))).isEqualTo(ActionState.ABSENT);
        assertThat(actions.state(entry, call)).isEqualTo(ActionState.OFF);
    }

    private void answered() {
        actions.state(entry, call);
        guest.work();
        assertThat(actions.state(entry, call)).isEqualTo(ActionState.OFF);
    }

    private static ActionEntry entry(String id, CallAction handler) {
        return new ActionEntry(id, 1, id, id, id, id, null, null, ActionEntry.Tone.NORMAL, false, true, null, handler);
    }

    /** The partner's: on after a press. */
    private static final class Ticket implements CallAction {

        private final List<Call> asked = new ArrayList<>();
        private final List<Call> pressed = new ArrayList<>();
        private boolean sawKeypad;

        @Override
        public ActionState state(Call call, CallSite site) {
            asked.add(call);
            return pressed.isEmpty() ? ActionState.OFF : ActionState.ON;
        }

        @Override
        public void run(Call call, CallSite site) {
            sawKeypad = site.isKeypadOpen();
            site.setKeypadOpen(true);
            pressed.add(call);
        }
    }

    private final class Site implements CallSite {

        private boolean keypadOpen;
        private int refreshed;

        @Override
        public CallService calls() {
            return calls;
        }

        @Override
        public boolean isKeypadOpen() {
            return keypadOpen;
        }

        @Override
        public void setKeypadOpen(boolean open) {
            keypadOpen = open;
        }

        @Override
        public boolean isTransferOpen(Call of) {
            return false;
        }

        @Override
        public void toggleTransfer(Call of) {
            throw new IllegalStateException("nobody transfers here");
        }

        @Override
        public void refresh() {
            refreshed++;
        }
    }
}
