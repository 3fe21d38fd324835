/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.ArrayList;
import java.util.List;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * A list of any length: there are as many row widgets as fit, which take turns while it is scrolled. The selection is the
 * presenter's; the keyboard may be here or in the box.
 */
final class PersonList extends Canvas {

    private static final int ROW = RowPainter.HEIGHT;

    /** What the list wants to know and tells. */
    interface Rows {

        @Nullable
        RowView row(int index);

        /** These are on the screen. */
        void need(int first, int last);

        List<PhoneAction> actions();

        void run(PhoneAction action, int index);

        /** By pointer or by Tab: selects without a word. */
        void select(int index);

        void clicked(int index);

        void doubleClicked(int index);

        void key(Event event);

        /** @param at in display coordinates */
        void menu(int index, Point at);

        /** A row was painted. */
        void painted(int index);
    }

    private final Rows rows;
    private final RowDrag drag;
    private final RowInput input;
    private final ActiveShortcuts shortcuts = new ActiveShortcuts(this);
    private final List<PersonRow> pool = new ArrayList<>();
    private int total;
    private int selected = -1;
    private int top;

    PersonList(Composite parent, Rows rows, RowDrag.Order order) {
        super(parent, SWT.V_SCROLL | SWT.NO_FOCUS);
        this.rows = rows;
        Theme.of(getDisplay()).surface(this, Token.WINDOW);
        drag = new RowDrag(this, order);
        input = new RowInput(this, rows, () -> update(false));
        getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = Messages.list));
        getAccessible().addAccessibleControlListener(new Role());
        addListener(SWT.Resize, event -> update(false));
        ScrollBar bar = getVerticalBar();
        bar.setVisible(false);
        bar.addListener(SWT.Selection, event -> scrollTo(bar.getSelection()));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? ROW : widthHint, heightHint == SWT.DEFAULT ? ROW : heightHint);
    }

    /** Shows so many rows. @param fresh whether to begin at the top */
    void show(int count, int selection, boolean fresh) {
        total = count;
        selected = selection;
        if (fresh) {
            top = 0;
            input.forgetHovered();
        }
        update(false);
    }

    /** Scrolls until a row is in sight, and takes the keyboard to it if it is in the list. */
    void reveal(int index) {
        int height = getClientArea().height;
        input.forgetHovered();
        if (index * ROW < top) {
            top = index * ROW;
        } else if ((index + 1) * ROW > top + height) {
            top = (index + 1) * ROW - height;
        }
        boolean hadFocus = holdsFocus();
        update(false);
        if (hadFocus) {
            focusSelected();
        }
    }

    /** How many rows fit. */
    int page() {
        return Math.max(1, getClientArea().height / ROW);
    }

    /** Gives the keyboard to the selected row, or to the first in sight. */
    boolean focusSelected() {
        PersonRow row = rowOf(selected >= 0 ? selected : top / ROW);
        return row != null && row.forceFocus();
    }

    boolean holdsFocus() {
        Control focus = getDisplay().getFocusControl();
        return focus != null && !focus.isDisposed() && (focus.getParent() == this || shortcuts.holdsFocus());
    }

    /** The widget that shows a row; null where it is out of sight. */
    @Nullable
    PersonRow rowOf(int index) {
        for (PersonRow row : pool) {
            if (row.index() == index && row.getVisible()) {
                return row;
            }
        }
        return null;
    }

    /** The row at a height, {@link #total} below the last one. */
    int rowAt(int y) {
        return Math.min(total, Math.max(0, (top + y) / ROW));
    }

    /** The buttons are other ones, or mean something else. */
    void refresh() {
        update(true);
    }

    void pressed(PhoneAction action, int index) {
        rows.run(action, index);
    }

    /** Whether the row shows somebody of the list. */
    boolean has(PersonRow row) {
        return row.index() >= 0 && row.index() < total;
    }

    /** Whether this is the list, or its buttons. */
    boolean holds(@Nullable Composite other) {
        return other != null && (other == this || shortcuts.is(other));
    }

    int selected() {
        return selected;
    }

    void clicked(PersonRow row) {
        if (has(row)) {
            rows.clicked(row.index());
        }
    }

    void painted(int index) {
        rows.painted(index);
    }

    /** @param inRow whether a row has the keyboard, and not one of its buttons */
    void key(Event event, boolean inRow) {
        boolean presses = event.character == ' ' || event.character == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
        if (inRow || !presses) {
            rows.key(event);
        }
    }

    void scrollBy(int pixels) {
        scrollTo(top + pixels);
    }

    private void scrollTo(int y) {
        top = y;
        update(false);
    }

    private void update(boolean otherActions) {
        if (isDisposed()) {
            return;
        }
        Rectangle area = getClientArea();
        top = Math.max(0, Math.min(top, total * ROW - area.height));
        scrollBar(area.height);
        area = getClientArea();
        setPoolSize(Math.min(total, area.height / ROW + 2));
        int first = top / ROW;
        int last = Math.min(total - 1, (top + area.height - 1) / ROW);
        rows.need(first, last);
        int active = active();
        RowView view = active >= first && active <= last ? rows.row(active) : null;
        List<PhoneAction> actions = view == null ? List.of() : rows.actions();
        Token surface = PersonRow.surface(active == selected, true);
        shortcuts.show(active, view, actions, surface, active * ROW - top, otherActions);
        int inset = shortcuts.width();
        for (int slot = 0; slot < pool.size(); slot++) {
            int index = first + Math.floorMod(slot - first, pool.size());
            PersonRow row = pool.get(slot);
            boolean shown = index <= last;
            if (shown) {
                row.setBounds(0, index * ROW - top, area.width, ROW);
                row.bind(index, rows.row(index), index == selected, index == active, index == active ? inset : 0);
            }
            if (row.getVisible() != shown) {
                row.setVisible(shown);
            }
        }
        setStops(first);
    }

    /** Rows that show nobody are disposed: hidden ones would stay in the accessibility tree. */
    private void setPoolSize(int size) {
        boolean hadFocus = holdsFocus();
        while (pool.size() > size) {
            pool.remove(pool.size() - 1).dispose();
        }
        while (pool.size() < size) {
            pool.add(createRow());
        }
        if (hadFocus && !holdsFocus()) {
            focusSoon();
        }
    }

    /** Gives the keyboard to the selected row once everything is where it belongs. */
    void focusSoon() {
        getDisplay().asyncExec(() -> {
            if (!isDisposed()) {
                focusSelected();
            }
        });
    }

    /** The row that has the buttons. */
    private int active() {
        int hovered = input.hovered();
        return hovered >= 0 && hovered < total ? hovered : selected;
    }

    /** Tab comes to the selected row, or to the first in sight, then to the buttons. */
    private void setStops(int first) {
        List<Control> stops = new ArrayList<>();
        PersonRow row = rowOf(selected >= 0 ? selected : first);
        if (row != null) {
            stops.add(row);
        }
        Control buttons = shortcuts.stop();
        if (buttons != null) {
            stops.add(buttons);
        }
        setTabList(stops.toArray(Control[]::new));
    }

    private void scrollBar(int height) {
        ScrollBar bar = getVerticalBar();
        boolean needed = height > 0 && total * ROW > height;
        if (needed) {
            bar.setValues(top, 0, total * ROW, height, ROW, Math.max(ROW, height - ROW));
        }
        if (bar.getVisible() != needed) {
            bar.setVisible(needed);
        }
    }

    private PersonRow createRow() {
        PersonRow row = new PersonRow(this);
        row.setVisible(false);
        input.listenTo(row);
        drag.addSource(row);
        return row;
    }

    @NonNullByDefault({})
    private static final class Role extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_LIST;
        }
    }
}
