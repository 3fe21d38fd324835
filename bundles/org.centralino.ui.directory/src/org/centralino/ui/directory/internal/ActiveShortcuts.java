/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.List;
import org.centralino.ui.Token;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The buttons at the right end of one row, which go from row to row and are made anew when they have to be other ones. */
final class ActiveShortcuts {

    private static final int RIGHT = 8;
    private static final int GAP = 4;

    private final PersonList list;
    private @Nullable Shortcuts bar;

    ActiveShortcuts(PersonList list) {
        this.list = list;
    }

    /**
     * Puts them where they belong.
     *
     * @param index of their row
     * @param view what it shows; null: there are none
     * @param top where it begins
     * @param anew whether they mean something else than before
     */
    void show(int index, @Nullable RowView view, List<PhoneAction> actions, Token surface, int top, boolean anew) {
        boolean hadFocus = holdsFocus();
        Shortcuts now = bar;
        boolean none = view == null || actions.isEmpty();
        if (now != null && (none || anew || !now.fits(actions, surface))) {
            bar = null;
            now.dispose();
            now = null;
        }
        if (view != null && !none) {
            if (now == null) {
                now = new Shortcuts(list, actions, surface);
                bar = now;
            }
            now.bind(index, view);
            Point size = now.getSize();
            now.setLocation(list.getClientArea().width - size.x - RIGHT, top + (RowPainter.HEIGHT - size.y) / 2);
        }
        if (hadFocus && now == null) {
            list.focusSoon();
        } else if (hadFocus && now != null && !now.holdsFocus()) {
            now.buttons().get(0).setFocus();
        }
    }

    /** What they take from the width of their row. */
    int width() {
        Shortcuts now = bar;
        return now == null ? 0 : now.getSize().x + RIGHT + GAP;
    }

    boolean holdsFocus() {
        Shortcuts now = bar;
        return now != null && !now.isDisposed() && now.holdsFocus();
    }

    boolean is(Composite other) {
        return other == bar;
    }

    /** What Tab comes to; null where there are none. */
    @Nullable
    Control stop() {
        return bar;
    }
}
