/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleActionAdapter;
import org.eclipse.swt.accessibility.AccessibleActionEvent;
import org.eclipse.swt.accessibility.AccessibleListener;

/** What a {@link Pressable} is in the accessibility tree: a push button, or a check box where it is on or off. */
@NonNullByDefault({})
final class PressableAccess extends AccessibleActionAdapter {

    private final Pressable button;

    private PressableAccess(Pressable button) {
        this.button = button;
    }

    static void install(Pressable button) {
        Accessible accessible = button.getAccessible();
        accessible.addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = button.accessibleName()));
        accessible.addAccessibleListener(
                AccessibleListener.getDescriptionAdapter(e -> e.result = button.description()));
        accessible.addAccessibleListener(AccessibleListener.getKeyboardShortcutAdapter(e -> e.result = button.key()));
        accessible.addAccessibleControlListener(new RoleAndState(
                () -> button.isCheckable() ? ACC.ROLE_CHECKBUTTON : ACC.ROLE_PUSHBUTTON, () -> state(button)));
        accessible.addAccessibleActionListener(new PressableAccess(button));
    }

    @Override
    public void getActionCount(AccessibleActionEvent e) {
        e.count = 1;
    }

    @Override
    public void getName(AccessibleActionEvent e) {
        e.result = "press";
    }

    @Override
    public void getKeyBinding(AccessibleActionEvent e) {
        e.result = button.key();
    }

    @Override
    public void doAction(AccessibleActionEvent e) {
        // later: the press may dispose the button that is being asked
        button.getDisplay().asyncExec(button::press);
        e.result = ACC.OK;
    }

    private static int state(Pressable button) {
        int state = button.isEnabled() ? ACC.STATE_FOCUSABLE : ACC.STATE_DISABLED;
        if (!button.isVisible()) {
            // GTK keeps what is hidden among the children, and SWT calls it visible unless it is told otherwise.
            state |= ACC.STATE_INVISIBLE | ACC.STATE_OFFSCREEN;
        }
        if (button.isFocusControl()) {
            state |= ACC.STATE_FOCUSED;
        }
        if (button.isChecked()) {
            state |= ACC.STATE_CHECKED;
        }
        return state | button.expansion();
    }
}
