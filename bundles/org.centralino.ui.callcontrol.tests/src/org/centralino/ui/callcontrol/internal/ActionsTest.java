/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;

import java.util.List;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;
import org.junit.jupiter.api.Test;

class ActionsTest {

    private final FakeCalls calls = new FakeCalls();
    private final Site site = new Site();
    private final Call call = active(outgoing("600"));

    @Test
    void the_microphone_is_switched_off_and_on_again() {
        ActionEntry microphone = entry("microphone", false, new MicrophoneAction());
        Actions actions = new Actions(List.of(microphone), site);

        assertThat(actions.state(microphone, call)).isEqualTo(ActionState.OFF);
        actions.press(microphone, call);
        Call muted = FakeCalls.microphoneOff(call);
        assertThat(actions.state(microphone, muted)).isEqualTo(ActionState.ON);
        actions.press(microphone, muted);

        assertThat(calls.commands).containsExactly("microphone 600 off", "microphone 600 on");
    }

    @Test
    void the_keypad_is_greyed_with_the_reason_until_the_answer() {
        ActionEntry keypad = entry("keypad", false, new KeypadAction());
        Actions actions = new Actions(List.of(keypad), site);

        assertThat(actions.state(keypad, outgoing("600"))).isEqualTo(ActionState.greyed(Messages.keypadWhenAnswered));
        actions.press(keypad, outgoing("600"));
        assertThat(site.keypadOpen).isFalse();

        actions.press(keypad, call);
        assertThat(site.keypadOpen).isTrue();
    }

    @Test
    void a_handler_that_throws_loses_its_button_and_the_others_work_on() {
        ActionEntry bad = entry("bad", false, new Throwing());
        ActionEntry hangUp = entry("hangup", true, new HangUpAction());
        Actions actions = new Actions(List.of(bad, hangUp), site);

        assertThat(actions.state(bad, call)).isEqualTo(ActionState.ABSENT);
        actions.press(hangUp, call);

        assertThat(actions.entries()).containsExactly(hangUp);
        assertThat(calls.commands).containsExactly("hangUp 600");
    }

    @Test
    void a_button_whose_feature_goes_is_not_there_any_more_and_what_threw_does_not_come_back() {
        ActionEntry microphone = entry("microphone", false, new MicrophoneAction());
        ActionEntry bad = entry("bad", false, new Throwing());
        Actions actions = new Actions(List.of(microphone, bad), site);
        actions.state(bad, call);

        actions.offer(List.of(bad));
        assertThat(actions.state(microphone, call)).isEqualTo(ActionState.ABSENT);
        actions.press(microphone, call);
        assertThat(calls.commands).isEmpty();

        actions.offer(List.of(microphone, bad));
        assertThat(actions.entries()).containsExactly(microphone);
        assertThat(actions.state(microphone, call)).isEqualTo(ActionState.OFF);
    }

    @Test
    void while_we_hold_the_call_only_what_is_meant_for_it_is_there() {
        ActionEntry microphone = entry("microphone", false, new MicrophoneAction());
        ActionEntry hangUp = entry("hangup", true, new HangUpAction());
        Actions actions = new Actions(List.of(microphone, hangUp), site);
        Call held = FakeCalls.with(call, new CallState.Active(true, false), false);

        assertThat(actions.state(microphone, held)).isEqualTo(ActionState.ABSENT);
        assertThat(actions.canPress(microphone, held)).isFalse();
        assertThat(actions.state(hangUp, held)).isEqualTo(ActionState.OFF);
    }

    @Test
    void holding_and_resuming_are_one_button_that_is_there_while_the_call_is_held() {
        ActionEntry hold = entry("hold", true, new HoldAction());
        Actions actions = new Actions(List.of(hold), site);
        calls.up.add(call);

        assertThat(actions.state(hold, outgoing("600"))).isEqualTo(ActionState.greyed(Messages.holdWhenAnswered));
        assertThat(actions.state(hold, call)).isEqualTo(ActionState.OFF);
        actions.press(hold, call);
        Call held = FakeCalls.held(call, FakeCalls.START);
        assertThat(actions.state(hold, held)).isEqualTo(ActionState.ON);
        actions.press(hold, held);

        assertThat(calls.commands).containsExactly("hold 600", "resume 600");
    }

    @Test
    void hanging_up_a_conference_is_hanging_up_all_of_it() {
        Call.Membership in = new Call.Membership(false, false);
        Call first = FakeCalls.in(call, in);
        calls.up.add(first);
        calls.up.add(FakeCalls.in(FakeCalls.active(outgoing("602")), in));
        calls.up.add(FakeCalls.active(outgoing("609")));
        new HangUpAction().run(first, site);

        assertThat(calls.commands).containsExactly("hangUp 600", "hangUp 602");
    }

    @Test
    void a_conference_we_stepped_away_from_is_taken_up_again_as_a_held_call_is() {
        ActionEntry microphone = entry("microphone", false, new MicrophoneAction());
        Call away = FakeCalls.in(call, new Call.Membership(false, true));

        assertThat(new HoldAction().state(away, site)).isEqualTo(ActionState.ON);
        assertThat(new Actions(List.of(microphone), site).state(microphone, away))
                .isEqualTo(ActionState.ABSENT);
    }

    @Test
    void transferring_opens_its_panel_and_has_no_button_while_the_call_is_held() {
        ActionEntry transfer = entry("transfer", false, new TransferAction());
        Actions actions = new Actions(List.of(transfer), site);

        assertThat(actions.state(transfer, outgoing("600")))
                .isEqualTo(ActionState.greyed(Messages.transferWhenAnswered));
        actions.press(transfer, call);
        assertThat(actions.state(transfer, call)).isEqualTo(ActionState.ON);
        actions.press(transfer, call);
        assertThat(actions.state(transfer, call)).isEqualTo(ActionState.OFF);
        assertThat(actions.state(transfer, FakeCalls.held(call, FakeCalls.START)))
                .isEqualTo(ActionState.ABSENT);
    }

    @Test
    void a_locked_button_does_nothing() {
        ActionEntry locked = entry("record", false, new Throwing() {
            @Override
            public ActionState state(Call of, CallSite at) {
                return new ActionState(ActionState.Mode.LOCKED, true, "by policy");
            }
        });
        Actions actions = new Actions(List.of(locked), site);

        actions.press(locked, call);

        assertThat(actions.entries()).containsExactly(locked);
    }

    private static ActionEntry entry(String id, boolean whileHeld, CallAction handler) {
        return new ActionEntry(
                id, 1, id, id, id, id, null, null, ActionEntry.Tone.NORMAL, false, whileHeld, null, handler);
    }

    private static class Throwing implements CallAction {

        @Override
        public ActionState state(Call call, CallSite site) {
            throw new IllegalStateException("meant to fail");
        }

        @Override
        public void run(Call call, CallSite site) {
            throw new IllegalStateException("meant to fail");
        }
    }

    private final class Site implements CallSite {

        private boolean keypadOpen;
        private String transferOf = "";

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
            return of.id().equals(transferOf);
        }

        @Override
        public void toggleTransfer(Call of) {
            transferOf = isTransferOpen(of) ? "" : of.id();
        }

        @Override
        public void refresh() {
            // the test looks for itself
        }
    }
}
