/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleActionAdapter;
import org.eclipse.swt.accessibility.AccessibleActionEvent;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;

/**
 * One visible row, shown by turns for whoever is scrolled to. A widget of its own, so that a screen reader finds an item of a
 * list with a name, a place and the focus, without anything that only this list knows.
 */
final class PersonRow extends Canvas {

    private final PersonList list;
    private int index = -1;
    private @Nullable RowView shown;
    private boolean selected;
    private boolean hovered;
    private int inset;
    private boolean insertHere;
    private boolean byPointer;

    PersonRow(PersonList list) {
        super(list, SWT.DOUBLE_BUFFERED);
        this.list = list;
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Token.WINDOW);
        theme.follow(this, this::redraw);
        addListener(SWT.Paint, event -> paint(event.gc, theme));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> {
            byPointer = false;
            redraw();
        });
        addListener(SWT.MouseDown, event -> byPointer = true);
        addListener(SWT.KeyDown, event -> {
            byPointer = false;
            redraw();
        });
        Accessible accessible = getAccessible();
        accessible.addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = reading()));
        accessible.addAccessibleControlListener(new Item());
        accessible.addAccessibleActionListener(new Press());
    }

    int index() {
        return index;
    }

    @Nullable
    RowView shown() {
        return shown;
    }

    /** Shows this from now on; null: somebody who is not here yet. */
    void bind(int row, @Nullable RowView view, boolean isSelected, boolean isHovered, int rightInset) {
        boolean other = index != row || view == null ? shown != view : !view.equals(shown);
        if (!other && index == row && selected == isSelected && hovered == isHovered && inset == rightInset) {
            return;
        }
        boolean turned = selected != isSelected;
        index = row;
        shown = view;
        selected = isSelected;
        hovered = isHovered;
        inset = rightInset;
        if (other) {
            getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        }
        if (turned) {
            getAccessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_SELECTED, selected ? 1 : 0});
        }
        redraw();
    }

    /** Shows that what is dragged would go above this row. */
    void setInsertHere(boolean here) {
        if (insertHere != here) {
            insertHere = here;
            redraw();
        }
    }

    /** The colour behind what it shows. */
    static Token surface(boolean isSelected, boolean isHovered) {
        return isSelected ? Token.SELECTION : isHovered ? Token.HOVER : Token.WINDOW;
    }

    private String reading() {
        RowView view = shown;
        return view == null ? "" : view.reading();
    }

    private void paint(GC gc, Theme theme) {
        int width = getSize().x;
        RowPainter painter = new RowPainter(getDisplay(), gc);
        if (selected || hovered) {
            gc.setBackground(theme.color(surface(selected, hovered)));
            gc.fillRoundRectangle(0, 0, width, RowPainter.HEIGHT, RowPainter.CORNER, RowPainter.CORNER);
        }
        RowView view = shown;
        if (view == null) {
            painter.paintPending();
        } else {
            painter.paint(view, width - Math.max(8, inset), inset == 0);
        }
        if (isFocusControl() && !byPointer) {
            gc.setForeground(theme.color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(1, 1, width - 2, RowPainter.HEIGHT - 2, RowPainter.CORNER, RowPainter.CORNER);
        }
        if (insertHere) {
            gc.setBackground(theme.color(Token.ACCENT));
            gc.fillRectangle(0, 0, width, 2);
        }
        list.painted(index);
    }

    @NonNullByDefault({})
    private final class Item extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_LISTITEM;
        }

        @Override
        public void getState(AccessibleControlEvent e) {
            e.detail = ACC.STATE_SELECTABLE | ACC.STATE_FOCUSABLE;
            if (selected) {
                e.detail |= ACC.STATE_SELECTED;
            }
            if (isFocusControl()) {
                e.detail |= ACC.STATE_FOCUSED;
            }
        }
    }

    @NonNullByDefault({})
    private final class Press extends AccessibleActionAdapter {

        @Override
        public void getActionCount(AccessibleActionEvent e) {
            e.count = 1;
        }

        @Override
        public void getName(AccessibleActionEvent e) {
            e.result = "select";
        }

        @Override
        public void doAction(AccessibleActionEvent e) {
            getDisplay().asyncExec(() -> list.clicked(PersonRow.this));
            e.result = ACC.OK;
        }
    }
}
