/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.centralino.history.HistoryEntry;
import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.history.EntryAction;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
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
 * Days and calls, as many as there are, with widgets for those alone that can be seen. Arrow and page keys go from row to row,
 * Enter calls back, Space opens, Delete removes.
 */
final class CallList extends Canvas {

    private static final int DAY_TEXT = 18;
    /** So many items before the end, more are asked for. */
    private static final int SOON = 20;

    /** What is done with a call; whoever does it is told which row it is. */
    interface Actions {

        void callBack(HistoryEntry entry);

        void open(HistoryEntry entry);

        void remove(HistoryEntry entry);

        /** What else can be done with it, the foremost first. */
        List<EntryAction> more(HistoryEntry entry);

        /** Does that. */
        void run(EntryAction action, HistoryEntry entry, Control row);

        /** Opens the menu at this place of the display. */
        void menu(HistoryEntry entry, Control row, Point at);
    }

    private final Function<HistoryEntry, CallLine> lines;
    private final Actions actions;
    private final @Nullable ScrollBar bar;
    private final RowPool rows = new RowPool(this, this::newRow);
    private ItemColumn items = new ItemColumn(List.of());
    private int current = -1;
    private Runnable nearEnd = () -> {};
    private Consumer<HistoryEntry> painted = entry -> {};

    /** @param style SWT.V_SCROLL, or SWT.NONE for a list as high as its rows */
    CallList(Composite parent, int style, Function<HistoryEntry, CallLine> lines, Actions actions) {
        super(parent, style | SWT.NO_FOCUS);
        this.lines = lines;
        this.actions = actions;
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        ScrollBar scroll = getVerticalBar();
        if (scroll != null) {
            scroll.addListener(SWT.Selection, event -> place());
        }
        bar = scroll;
        addListener(SWT.Resize, event -> place());
        addListener(SWT.MouseVerticalWheel, this::wheel);
        addListener(SWT.Paint, event -> tellPainted());
        getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = Messages.list));
        getAccessible().addAccessibleControlListener(new ListAccess());
    }

    /** What is told when the list is scrolled near its end. */
    void onNearEnd(Runnable told) {
        nearEnd = told;
    }

    /** What is told which call stands topmost, whenever the list was painted. */
    @NonNullByDefault({})
    void onPaint(Consumer<HistoryEntry> told) {
        painted = told;
    }

    /** Shows these; who was chosen stays so, and who had the keyboard keeps it. */
    void show(List<Item> now) {
        Object key = current >= 0 && current < items.size() ? items.key(current) : null;
        boolean focused = hasKeyboard();
        int before = current;
        items = new ItemColumn(now);
        current = key == null ? -1 : items.indexOf(key);
        if (current < 0) {
            current = items.line(Math.max(0, before), 1);
        }
        place();
        if (focused) {
            focusCurrent();
        }
    }

    /** Asks for each row anew what can be done with it. */
    void refresh() {
        if (!isDisposed()) {
            place();
        }
    }

    /** Gives the keyboard to the chosen row; false where there is none. */
    boolean focusCurrent() {
        CallRow row = current < 0 ? null : rows.shown(items.key(current));
        return row != null && row.face.setFocus();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int height = heightHint != SWT.DEFAULT ? heightHint : bar == null ? items.height() : CallFace.HEIGHT;
        return new Point(widthHint == SWT.DEFAULT ? 320 : widthHint, height);
    }

    private int offset() {
        ScrollBar scroll = bar;
        return scroll == null ? 0 : scroll.getSelection();
    }

    /** Puts widgets where rows can be seen, those that are there already for the same calls as far as possible. */
    private void place() {
        Rectangle area = getClientArea();
        ScrollBar scroll = bar;
        if (scroll != null) {
            int total = Math.max(1, items.height());
            int thumb = Math.clamp(area.height, 1, total);
            scroll.setValues(Math.min(offset(), total - thumb), 0, total, thumb, CallFace.HEIGHT, thumb);
            scroll.setVisible(total > area.height);
            area = getClientArea();
        }
        int top = offset();
        int bottom = scroll == null ? items.height() : top + area.height;
        List<Integer> visible = new ArrayList<>();
        for (int i = items.at(top); i < items.size() && items.top(i) < bottom; i++) {
            visible.add(i);
        }
        boolean focused = hasKeyboard();
        if (current >= 0 && focused && !visible.contains(current)) {
            visible.add(current); // the keyboard stays with its row, also when that is scrolled away
        }
        rows.keep(visible.stream().map(items::key).toList());
        for (int i : visible) {
            place(i, items.top(i) - top, area.width);
        }
        rows.hideSpare();
        rows.order(visible.stream().sorted().map(items::key).toList());
        setStops();
        if (!visible.isEmpty() && visible.getLast() >= items.size() - SOON) {
            nearEnd.run();
        }
    }

    private void place(int index, int y, int width) {
        switch (items.get(index)) {
            case Item.Day day -> {
                TextLine title = rows.day(day.key());
                title.setRun(new Run(day.title(), Token.DIM, Fonts.SMALL, true));
                title.setBounds(2, y + ItemColumn.DAY - DAY_TEXT - 6, Math.max(0, width - 4), DAY_TEXT);
                title.setVisible(true);
            }
            case Item.Line line -> {
                CallRow row = rows.row(line.key());
                row.show(line, lines.apply(line.entry()), first(actions.more(line.entry())));
                row.place(y, width);
                row.select(index == current && hasKeyboard());
            }
        }
    }

    private CallRow newRow() {
        CallRow row = new CallRow(this);
        row.face.addListener(SWT.KeyDown, event -> key(row, event));
        row.face.addListener(SWT.Traverse, CallList::traverse);
        row.face.addListener(SWT.FocusIn, event -> choose(row));
        row.face.addListener(SWT.MouseDown, event -> row.face.setFocus());
        row.face.addListener(SWT.MouseDoubleClick, event -> on(row, actions::open));
        row.face.addListener(
                SWT.MenuDetect,
                event -> on(row, entry -> {
                    boolean byKey = event.detail == SWT.MENU_KEYBOARD;
                    actions.menu(entry, row.face, byKey ? row.face.menuPlace() : new Point(event.x, event.y));
                }));
        row.face.addListener(SWT.Paint, event -> tellPainted());
        row.back.addListener(SWT.FocusIn, event -> choose(row));
        row.back.onPress(() -> on(row, actions::callBack));
        row.extra.addListener(SWT.FocusIn, event -> choose(row));
        row.extra.onPress(() -> on(row, entry -> {
            EntryAction action = first(actions.more(entry));
            if (action != null) {
                actions.run(action, entry, row.face);
            }
        }));
        return row;
    }

    private static @Nullable EntryAction first(List<EntryAction> all) {
        return all.isEmpty() ? null : all.getFirst();
    }

    private static void on(CallRow row, @NonNullByDefault({}) Consumer<HistoryEntry> action) {
        HistoryEntry entry = row.entry();
        if (entry != null) {
            action.accept(entry);
        }
    }

    private void choose(CallRow row) {
        HistoryEntry entry = row.entry();
        int index = entry == null ? -1 : items.indexOf(entry.id());
        if (index >= 0) {
            current = index;
            rows.select(row);
            setStops();
        }
    }

    private void setStops() {
        CallRow row = current < 0 ? null : rows.shown(items.key(current));
        for (int i = items.at(offset()); row == null && i < items.size(); i++) {
            row = rows.shown(items.key(i));
        }
        if (row != null) {
            setTabList(row.stops());
        }
    }

    private boolean hasKeyboard() {
        Control focus = getDisplay().getFocusControl();
        return focus != null && focus.getParent() == this;
    }

    private static void traverse(Event event) {
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                || event.detail == SWT.TRAVERSE_ESCAPE;
    }

    private void key(CallRow row, Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> go(items.line(current + 1, 1));
            case SWT.ARROW_UP -> go(items.line(current - 1, -1));
            case SWT.PAGE_DOWN -> go(items.line(items.at(items.top(current) + getClientArea().height), 1));
            case SWT.PAGE_UP -> go(items.line(items.at(Math.max(0, items.top(current) - getClientArea().height)), 1));
            case SWT.HOME -> go(items.line(0, 1));
            case SWT.END -> go(items.line(items.size() - 1, -1));
            case SWT.CR, SWT.KEYPAD_CR -> on(row, actions::callBack);
            case SWT.DEL -> on(row, actions::remove);
            case ' ' -> on(row, actions::open);
            default -> {
                // goes to whoever else wants it
            }
        }
    }

    private void go(int index) {
        if (index < 0 || index == current) {
            return;
        }
        current = index;
        reveal(index);
        place();
        CallRow row = rows.shown(items.key(index));
        if (row == null) {
            return;
        }
        row.face.setFocus();
    }

    private void reveal(int index) {
        ScrollBar scroll = bar;
        if (scroll != null) {
            int height = getClientArea().height;
            int top = items.topWithTitle(index);
            if (top < scroll.getSelection()) {
                scroll.setSelection(top);
            } else if (items.bottom(index) > scroll.getSelection() + height) {
                scroll.setSelection(items.bottom(index) - height);
            }
        }
    }

    private void wheel(Event event) {
        ScrollBar scroll = bar;
        if (scroll != null && event.count != 0) {
            event.doit = false;
            scroll.setSelection(scroll.getSelection() - event.count * CallFace.HEIGHT / 2);
            place();
        }
    }

    private void tellPainted() {
        HistoryEntry topmost = items.firstCall(offset());
        if (topmost != null) {
            painted.accept(topmost);
        }
    }

    @NonNullByDefault({})
    private static final class ListAccess extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_LIST;
        }
    }
}
