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
    private static final int RIGHT = 8;
    /** Wheel clicks come as three lines each. */
    private static final int LINE = ROW / 2;

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
    private final List<PersonRow> pool = new ArrayList<>();
    private @Nullable Shortcuts shortcuts;
    private Point pointer = getDisplay().getCursorLocation();
    private int total;
    private int selected = -1;
    private int hovered = -1;
    private int top;

    PersonList(Composite parent, Rows rows, RowDrag.Order order) {
        super(parent, SWT.V_SCROLL | SWT.NO_FOCUS);
        this.rows = rows;
        Theme.of(getDisplay()).surface(this, Token.WINDOW);
        drag = new RowDrag(this, order);
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
            hovered = -1;
        }
        update(false);
    }

    /** Scrolls until a row is in sight, and takes the keyboard to it if it is in the list. */
    void reveal(int index) {
        int height = getClientArea().height;
        hovered = -1;
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
        return focus != null && !focus.isDisposed() && (focus.getParent() == this || focusInShortcuts());
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

    void clicked(PersonRow row) {
        if (row.index() >= 0 && row.index() < total) {
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

    private boolean focusInShortcuts() {
        Shortcuts bar = shortcuts;
        return bar != null && !bar.isDisposed() && bar.holdsFocus();
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
        placeShortcuts(active, first, last, otherActions);
        Shortcuts bar = shortcuts;
        int inset = bar == null ? 0 : bar.getSize().x + RIGHT + 4;
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
            getDisplay().asyncExec(this::focusAgain);
        }
    }

    private void focusAgain() {
        if (!isDisposed()) {
            focusSelected();
        }
    }

    /** The row that has the buttons. */
    private int active() {
        return hovered >= 0 && hovered < total ? hovered : selected;
    }

    private void placeShortcuts(int active, int first, int last, boolean otherActions) {
        RowView view = active >= first && active <= last ? rows.row(active) : null;
        List<PhoneAction> actions = view == null ? List.of() : rows.actions();
        Shortcuts bar = shortcuts;
        Token surface = PersonRow.surface(active == selected, true);
        boolean hadFocus = focusInShortcuts();
        if (bar != null && (view == null || actions.isEmpty() || otherActions || !bar.fits(actions, surface))) {
            shortcuts = null;
            bar.dispose();
            bar = null;
        }
        if (view != null && !actions.isEmpty()) {
            if (bar == null) {
                bar = new Shortcuts(this, actions, surface);
                shortcuts = bar;
            }
            bar.bind(active, view);
            Point size = bar.getSize();
            bar.setLocation(getClientArea().width - size.x - RIGHT, active * ROW - top + (ROW - size.y) / 2);
        }
        if (hadFocus && bar == null) {
            getDisplay().asyncExec(this::focusAgain);
        } else if (hadFocus && bar != null && !bar.holdsFocus()) {
            bar.buttons().get(0).setFocus();
        }
    }

    /** Tab comes to the selected row, or to the first in sight, then to the buttons. */
    private void setStops(int first) {
        List<Control> stops = new ArrayList<>();
        PersonRow row = rowOf(selected >= 0 ? selected : first);
        if (row != null) {
            stops.add(row);
        }
        Shortcuts bar = shortcuts;
        if (bar != null) {
            stops.add(bar);
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
        row.addListener(SWT.MouseMove, event -> hover(row));
        row.addListener(SWT.MouseEnter, event -> hover(row));
        row.addListener(SWT.MouseExit, event -> getDisplay().asyncExec(this::leave));
        row.addListener(SWT.MouseDown, event -> {
            if (event.button == 1 && event.count == 1 && row.index() < total) {
                rows.select(row.index());
            }
        });
        row.addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && event.count == 1 && row.getClientArea().contains(event.x, event.y)) {
                clicked(row);
            }
        });
        row.addListener(SWT.MouseDoubleClick, event -> {
            if (event.button == 1 && row.index() < total) {
                rows.doubleClicked(row.index());
            }
        });
        row.addListener(SWT.MouseWheel, event -> {
            event.doit = false;
            scrollBy(-event.count * LINE);
        });
        row.addListener(SWT.KeyDown, event -> key(event, true));
        row.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = true;
            }
        });
        row.addListener(SWT.FocusIn, event -> {
            if (row.index() != selected && row.index() < total) {
                rows.select(row.index());
            }
        });
        row.addListener(SWT.MenuDetect, event -> {
            event.doit = false;
            boolean byKey = event.detail == SWT.MENU_KEYBOARD;
            rows.menu(row.index(), byKey ? row.toDisplay(RIGHT, ROW) : new Point(event.x, event.y));
        });
        drag.addSource(row);
        return row;
    }

    /** A pointer that rests while rows go by under it hovers over none of them. */
    private void hover(PersonRow row) {
        Point now = getDisplay().getCursorLocation();
        if (!now.equals(pointer)) {
            pointer = now;
            if (hovered != row.index()) {
                hovered = row.index();
                update(false);
            }
        }
    }

    private void leave() {
        if (isDisposed()) {
            return;
        }
        Control under = getDisplay().getCursorControl();
        Composite around = under == null ? null : under.getParent();
        boolean here = around == this || around != null && around == shortcuts;
        if (!here && hovered >= 0) {
            hovered = -1;
            update(false);
        }
    }

    @NonNullByDefault({})
    private static final class Role extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_LIST;
        }
    }
}
