/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/** What the pointer and the keys do with the rows of a list, and which of them the pointer is over. */
final class RowInput {

    /** Wheel clicks come as three lines each. */
    private static final int LINE = RowPainter.HEIGHT / 2;

    private static final int MENU_LEFT = 8;

    private final PersonList list;
    private final PersonList.Rows rows;
    private final Runnable changed;
    private final Display display;
    private Point pointer;
    private int hovered = -1;

    /** @param changed run when the pointer is over another row, or over none any more */
    RowInput(PersonList list, PersonList.Rows rows, Runnable changed) {
        this.list = list;
        this.rows = rows;
        this.changed = changed;
        display = list.getDisplay();
        pointer = display.getCursorLocation();
    }

    /** The row that the pointer is over; -1: none. */
    int hovered() {
        return hovered;
    }

    /** Other rows are under the pointer now, which it did not choose. */
    void forgetHovered() {
        hovered = -1;
    }

    void listenTo(PersonRow row) {
        row.addListener(SWT.MouseMove, event -> hover(row));
        row.addListener(SWT.MouseEnter, event -> hover(row));
        row.addListener(SWT.MouseExit, event -> display.asyncExec(this::leave));
        row.addListener(SWT.MouseDown, event -> {
            if (event.button == 1 && event.count == 1 && list.has(row)) {
                rows.select(row.index());
            }
        });
        row.addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && event.count == 1 && row.getClientArea().contains(event.x, event.y)) {
                list.clicked(row);
            }
        });
        row.addListener(SWT.MouseDoubleClick, event -> {
            if (event.button == 1 && list.has(row)) {
                rows.doubleClicked(row.index());
            }
        });
        row.addListener(SWT.MouseWheel, event -> {
            event.doit = false;
            list.scrollBy(-event.count * LINE);
        });
        row.addListener(SWT.KeyDown, event -> list.key(event, true));
        row.addListener(SWT.Traverse, RowInput::traverse);
        row.addListener(SWT.FocusIn, event -> {
            if (row.index() != list.selected() && list.has(row)) {
                rows.select(row.index());
            }
        });
        row.addListener(SWT.MenuDetect, event -> {
            event.doit = false;
            boolean byKey = event.detail == SWT.MENU_KEYBOARD;
            Point at = byKey ? row.toDisplay(MENU_LEFT, RowPainter.HEIGHT) : new Point(event.x, event.y);
            rows.menu(row.index(), at);
        });
    }

    private static void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
            event.doit = true;
        }
    }

    /** A pointer that rests while rows go by under it hovers over none of them. */
    private void hover(PersonRow row) {
        Point now = display.getCursorLocation();
        if (!now.equals(pointer)) {
            pointer = now;
            if (hovered != row.index()) {
                hovered = row.index();
                changed.run();
            }
        }
    }

    private void leave() {
        if (list.isDisposed()) {
            return;
        }
        Control under = display.getCursorControl();
        Composite around = under == null ? null : under.getParent();
        if (hovered >= 0 && !list.holds(around)) {
            hovered = -1;
            changed.run();
        }
    }
}
