/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.desk;

import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * The column at the left of the window: sections one under the other, in the order of the extension point
 * {@code org.centralino.ui.desk}. Display thread only.
 */
public final class Desk extends Composite {

    private static final int MARGIN = 12;
    private static final int GAP = 12;

    private @Nullable Control focused;

    public Desk(Composite parent) {
        super(parent, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(this, Token.WINDOW);
        setLayout(new DeskLayout(MARGIN, GAP, true));
        Listener remember = this::remember;
        getDisplay().addFilter(SWT.FocusIn, remember);
        addListener(SWT.Dispose, event -> getDisplay().removeFilter(SWT.FocusIn, remember));
    }

    /** An empty section; its height is what its layout asks for. */
    public Composite addSection() {
        Composite section = new Composite(this, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(section, Token.WINDOW);
        section.setLayout(new DeskLayout(0, GAP, false));
        return section;
    }

    /** Gives the keyboard to whichever control here had it last, to the first that takes it otherwise. */
    public void restoreFocus() {
        Control last = focused;
        if (last == null || last.isDisposed() || !last.setFocus()) {
            setFocus();
        }
    }

    private void remember(Event event) {
        if (event.widget instanceof Control control && isHere(control)) {
            focused = control;
        }
    }

    private boolean isHere(Control control) {
        for (Control c = control; c != null; c = c.getParent()) {
            if (c == this) {
                return true;
            }
        }
        return false;
    }

    /**
     * Lays the desk out anew because {@code changed}, or something in it, wants another size. Nothing outside the desk
     * is laid out. A control that is on no desk lays out its parent.
     */
    public static void relayout(Control changed) {
        Composite parent = changed.getParent();
        while (parent != null && !(parent instanceof Desk)) {
            parent = parent.getParent();
        }
        Composite from = parent == null ? changed.getParent() : parent;
        from.layout(true, true);
    }
}
