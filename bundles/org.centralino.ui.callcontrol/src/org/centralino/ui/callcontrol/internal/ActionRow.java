/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centralino.telephony.Call;
import org.centralino.ui.Icon;
import org.centralino.ui.Token;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.widgets.RoundButton;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/** The round buttons of the strip; one that is not there for this call is not in the tree either. */
final class ActionRow {

    private final Map<ActionEntry, @Nullable RoundButton> buttons = new HashMap<>();
    private final Composite place;
    private final Actions actions;
    private @Nullable Call call;

    ActionRow(Composite place, Actions actions) {
        this.place = place;
        this.actions = actions;
        place.setLayout(new ActionRowLayout());
    }

    /** Shows the buttons for a call that is up; true when there are others than before. */
    boolean show(Call now) {
        call = now;
        boolean changed = removeGone();
        RoundButton previous = null;
        for (ActionEntry entry : actions.entries()) {
            ActionState state = actions.state(entry, now);
            RoundButton button = buttons.get(entry);
            if (state.mode() == ActionState.Mode.ABSENT) {
                changed |= remove(entry);
                continue;
            }
            if (button == null) {
                button = create(entry);
                changed = true;
            }
            button.moveBelow(previous);
            previous = button;
            face(button, entry, state);
            button.setEnabled(state.enabled());
        }
        return changed;
    }

    /**
     * The call is over: the buttons stay where they are, so that nothing moves, and do nothing. True when there are others
     * than before all the same, since some have gone with what they stand for.
     */
    boolean grey() {
        call = null;
        boolean changed = removeGone();
        buttons.forEach((entry, button) -> {
            if (button != null) {
                face(button, entry, ActionState.OFF);
                button.setEnabled(false);
            }
        });
        return changed;
    }

    private boolean removeGone() {
        boolean changed = false;
        for (ActionEntry entry : List.copyOf(buttons.keySet())) {
            if (!actions.entries().contains(entry)) {
                changed |= remove(entry);
            }
        }
        return changed;
    }

    private RoundButton create(ActionEntry entry) {
        RoundButton button = new RoundButton(place);
        button.setLayoutData(entry.atRight());
        button.onPress(() -> actions.press(entry, call));
        buttons.put(entry, button);
        return button;
    }

    private boolean remove(ActionEntry entry) {
        RoundButton button = buttons.remove(entry);
        if (button != null) {
            button.dispose();
        }
        return button != null;
    }

    private static void face(RoundButton button, ActionEntry entry, ActionState state) {
        boolean on = state.isOn();
        button.setFace(
                on ? entry.iconOn() : entry.icon(), on ? entry.captionOn() : entry.caption(), look(entry, state));
        badge(button, state.mode());
        button.setName(on ? entry.labelOn() : entry.label(), state.description(), key(entry.command()));
        if (entry.toggle()) {
            button.setChecked(on);
        }
    }

    /** What colour says, by a shape too. */
    private static void badge(RoundButton button, ActionState.Mode mode) {
        switch (mode) {
            case LOCKED -> button.setBadge(Icon.PADLOCK.url(), Token.TEXT);
            case ARMED -> button.setBadge(Icon.DOT_RINGING.url(), Token.RINGING);
            default -> button.setBadge(null, Token.TEXT);
        }
    }

    private static RoundButton.Look look(ActionEntry entry, ActionState state) {
        if (entry.tone() == ActionEntry.Tone.RED) {
            return RoundButton.Look.RED;
        }
        if (state.isOn()) {
            return entry.tone() == ActionEntry.Tone.RECORD ? RoundButton.Look.RED : RoundButton.Look.ON;
        }
        return state.mode() == ActionState.Mode.ARMED ? RoundButton.Look.ARMED : RoundButton.Look.PLAIN;
    }

    private static String key(@Nullable String command) {
        return command == null ? "" : DeskCommand.key(command);
    }
}
