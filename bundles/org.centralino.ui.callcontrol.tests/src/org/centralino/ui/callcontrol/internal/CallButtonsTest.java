/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.START;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.centralino.telephony.EndReason;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.desk.DeskLayout;
import org.centralino.ui.widgets.RoundButton;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The buttons of the strip when features come and go in the middle of a call, on a display. */
@NonNullByDefault({})
class CallButtonsTest {

    private static VirtualDisplay screen;

    private final Shell shell = new Shell(screen.display);
    private final FakeCalls calls = new FakeCalls();
    private final ActionEntry microphone = entry("Mute microphone", 200, new MicrophoneAction());
    private final ActionEntry record = entry("Record", 400, new ActionReaderTest.Quiet());
    private final ActionEntry hangUp = entry("Hang up", 600, new HangUpAction());
    private final CallControlPresenter presenter;
    private CallControlPane pane;

    CallButtonsTest() {
        shell.setLayout(new FillLayout());
        shell.setSize(400, 400);
        shell.open();
        shell.forceActive();
        presenter =
                new CallControlPresenter(() -> calls, screen.display::asyncExec, () -> START, view -> pane.show(view));
    }

    @BeforeAll
    static void openDisplay() throws IOException {
        screen = VirtualDisplay.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void a_button_goes_and_comes_back_in_mid_call_and_the_others_are_the_same() {
        inCall(microphone, record, hangUp);
        assertThat(names()).containsExactly("Mute microphone", "Record", "Hang up");
        List<RoundButton> before = buttons();

        offer(microphone, hangUp);
        screen.until(() -> names().equals(List.of("Mute microphone", "Hang up")));
        assertThat(before.get(1).isDisposed()).isTrue();
        assertThat(buttons()).containsExactly(before.get(0), before.get(2));
        assertThat(calls.commands).isEmpty();

        offer(microphone, record, hangUp);
        screen.until(() -> names().equals(List.of("Mute microphone", "Record", "Hang up")));
        assertThat(buttons()).contains(before.get(0), before.get(2));

        buttons().get(2).press();
        assertThat(calls.commands).containsExactly("hangUp 600");
    }

    @Test
    void the_keyboard_stays_in_the_strip_when_the_button_that_had_it_goes() {
        inCall(microphone, record, hangUp);
        screen.until(() -> buttons().get(1).setFocus() && buttons().get(1).isFocusControl());

        offer(microphone, hangUp);

        screen.until(() -> buttons().size() == 2 && buttons().stream().anyMatch(Control::isFocusControl));
    }

    @Test
    void a_button_goes_also_when_the_call_is_over_and_still_shown() {
        inCall(record, hangUp);
        presenter.callChanged(FakeCalls.ended(active(outgoing("600")), EndReason.Kind.PEER_HUNG_UP));
        screen.until(() -> buttons().stream().noneMatch(Control::isEnabled));

        offer(hangUp);

        screen.until(() -> names().equals(List.of("Hang up")));
    }

    private void inCall(ActionEntry... entries) {
        Composite section = new Composite(shell, SWT.NONE);
        section.setLayout(new DeskLayout(0, 0, false));
        pane = new CallControlPane(section, List.of(entries), presenter, () -> calls);
        calls.up.add(active(outgoing("600")));
        presenter.start();
        shell.layout(true, true);
    }

    private void offer(ActionEntry... entries) {
        pane.offer(List.of(entries));
        presenter.refresh();
    }

    private List<String> names() {
        return buttons().stream().map(RoundButton::accessibleName).toList();
    }

    /** From left to right. */
    private List<RoundButton> buttons() {
        List<RoundButton> found = new ArrayList<>();
        collect(shell, found);
        return found;
    }

    private static void collect(Composite from, List<RoundButton> found) {
        for (Control child : from.getChildren()) {
            if (child instanceof RoundButton button) {
                found.add(button);
            } else if (child instanceof Composite composite) {
                collect(composite, found);
            }
        }
    }

    private static ActionEntry entry(String label, int order, CallAction handler) {
        return new ActionEntry(
                label,
                order,
                label,
                label,
                label,
                label,
                null,
                null,
                ActionEntry.Tone.NORMAL,
                false,
                false,
                null,
                handler);
    }
}
