/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A drawn button: pressed by pointer, Space, Enter or the accessibility action {@code press}. Its name, description and
 * state are those of {@link PressableAccess}. Display thread only.
 */
public abstract class Pressable extends Canvas {

    private String name = "";
    private String description = "";
    private String key = "";
    private boolean checkable;
    private boolean checked;
    private boolean expandable;
    private boolean expanded;
    private boolean hovered;
    private boolean down;
    private boolean byPointer;
    private Runnable action = () -> {};

    protected Pressable(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        theme.follow(this, this::redraw);
        PressableAccess.install(this);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseEnter, event -> hover(true));
        addListener(SWT.MouseExit, event -> hover(false));
        addListener(SWT.MouseDown, this::mouseDown);
        addListener(SWT.MouseUp, this::mouseUp);
        addListener(SWT.KeyDown, this::keyDown);
        addListener(SWT.KeyUp, this::keyUp);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> {
            byPointer = false;
            release(false);
            redraw();
        });
        addListener(SWT.Dispose, event -> release(false));
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
    }

    /** Draws the button as its state is now. */
    protected abstract void paint(GC gc);

    /** Called when it goes down; a press follows unless the pointer leaves. */
    protected void pressed() {
        // for keys that sound as long as they are held
    }

    /** Called when it comes up again, before the press, and always after {@link #pressed}. */
    protected void released() {
        // for keys that sound as long as they are held
    }

    /** What a press does. */
    public final void onPress(Runnable run) {
        action = run;
    }

    /**
     * Names it.
     *
     * @param accessibleName what a screen reader says and tests find it by
     * @param more what else is to be known, for instance why it is greyed; may be empty
     * @param shortcut the key that does the same, as a person reads it; may be empty
     */
    public final void setName(String accessibleName, String more, String shortcut) {
        if (name.equals(accessibleName) && description.equals(more) && key.equals(shortcut)) {
            return;
        }
        name = accessibleName;
        description = more;
        key = shortcut;
        String tip = key.isEmpty() ? name : name + " (" + key + ")";
        setToolTipText(description.isEmpty() ? tip : tip + "\n" + description);
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
        redraw();
    }

    /** Makes it a button that is on or off. */
    public final void setChecked(boolean on) {
        boolean changed = !checkable || checked != on;
        checkable = true;
        checked = on;
        if (changed) {
            getAccessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_CHECKED, on ? 1 : 0});
            redraw();
        }
    }

    /** Makes it a button that opens and closes something. */
    public final void setExpanded(boolean open) {
        boolean changed = !expandable || expanded != open;
        expandable = true;
        expanded = open;
        if (changed) {
            getAccessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_EXPANDED, open ? 1 : 0});
            redraw();
        }
    }

    @Override
    public void setEnabled(boolean enabled) {
        if (enabled != getEnabled()) {
            super.setEnabled(enabled);
            redraw();
        }
    }

    public final String accessibleName() {
        return name;
    }

    final String description() {
        return description;
    }

    final String key() {
        return key;
    }

    final int expansion() {
        return !expandable ? 0 : expanded ? ACC.STATE_EXPANDED : ACC.STATE_COLLAPSED;
    }

    public final boolean isExpanded() {
        return expanded;
    }

    final boolean isCheckable() {
        return checkable;
    }

    public final boolean isChecked() {
        return checked;
    }

    /** Whether it is under the pointer and can be pressed. */
    protected final boolean isHovered() {
        return hovered && isEnabled();
    }

    protected final boolean isDown() {
        return down;
    }

    /** Whether the keyboard is here and should be seen to be. */
    protected final boolean showsFocus() {
        return isFocusControl() && !byPointer;
    }

    /** The colour of a token. */
    protected final org.eclipse.swt.graphics.Color color(Token token) {
        return Theme.of(getDisplay()).color(token);
    }

    /** Presses and lets go, as the accessibility action does. */
    public final void press() {
        if (!isDisposed() && isEnabled() && isVisible()) {
            hold();
            release(true);
        }
    }

    private void hover(boolean over) {
        hovered = over;
        redraw();
    }

    private void mouseDown(Event event) {
        if (event.button == 1) {
            byPointer = true;
            hold();
        }
    }

    private void mouseUp(Event event) {
        if (event.button == 1) {
            Point size = getSize();
            release(event.x >= 0 && event.y >= 0 && event.x < size.x && event.y < size.y);
        }
    }

    private void keyDown(Event event) {
        byPointer = false;
        if (isPressKey(event)) {
            hold();
        }
    }

    private void keyUp(Event event) {
        if (isPressKey(event)) {
            release(true);
        }
    }

    private static boolean isPressKey(Event event) {
        return (event.stateMask & SWT.MODIFIER_MASK) == 0
                && (event.character == ' ' || event.character == SWT.CR || event.keyCode == SWT.KEYPAD_CR);
    }

    private void hold() {
        if (!down) {
            down = true;
            pressed();
            redraw();
        }
    }

    private void release(boolean press) {
        if (down) {
            down = false;
            released();
            if (!isDisposed()) {
                redraw();
            }
            if (press) {
                action.run();
            }
        }
    }
}
