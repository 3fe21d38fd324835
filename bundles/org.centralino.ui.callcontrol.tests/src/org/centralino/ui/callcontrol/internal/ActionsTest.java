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
        public void refresh() {
            // the test looks for itself
        }
    }
}
