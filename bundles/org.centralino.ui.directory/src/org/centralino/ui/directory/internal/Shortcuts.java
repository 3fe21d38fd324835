/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.ArrayList;
import java.util.List;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.contact.PhoneAction;
import org.centralino.ui.widgets.PillButton;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The buttons of the row under the pointer, else of the selected one: what can be done with its number. */
final class Shortcuts extends Composite {

    private final List<PillButton> buttons = new ArrayList<>();
    private final List<PhoneAction> actions;
    private final Token surface;
    private int row;

    Shortcuts(PersonList list, List<PhoneAction> actions, Token surface) {
        super(list, SWT.NO_FOCUS);
        this.actions = List.copyOf(actions);
        this.surface = surface;
        Theme.of(getDisplay()).surface(this, surface);
        RowLayout layout = new RowLayout();
        layout.wrap = false;
        layout.center = true;
        layout.marginLeft = 0;
        layout.marginRight = 0;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = 2;
        setLayout(layout);
        for (PhoneAction action : actions) {
            PillButton button =
                    new PillButton(this, buttons.isEmpty() ? PillButton.Look.FILLED : PillButton.Look.OUTLINE);
            button.setFace(action.icon(), action.caption(), "");
            button.onPress(() -> list.pressed(action, row));
            button.addListener(SWT.KeyDown, event -> list.key(event, false));
            buttons.add(button);
        }
        moveAbove(null);
        pack();
    }

    /** Whether these are the right ones as they are. */
    boolean fits(List<PhoneAction> wanted, Token on) {
        return actions.equals(wanted) && surface == on;
    }

    /** Belongs to this row from now on. */
    void bind(int index, RowView view) {
        row = index;
        String whom = view.number().isEmpty() ? view.name() : view.name() + ", " + view.number();
        for (int i = 0; i < buttons.size(); i++) {
            PillButton button = buttons.get(i);
            button.setName(actions.get(i).name(), whom, "");
            button.setEnabled(!view.number().isEmpty());
        }
    }

    boolean holdsFocus() {
        Control focus = getDisplay().getFocusControl();
        return focus != null && focus.getParent() == this;
    }

    List<PillButton> buttons() {
        return List.copyOf(buttons);
    }
}
