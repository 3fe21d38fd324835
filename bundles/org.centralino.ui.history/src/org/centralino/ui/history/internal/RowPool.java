/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Widgets for the days and calls that can be seen, by key. Those that are not needed any more are used again. */
final class RowPool {

    private final Composite list;
    private final Supplier<CallRow> maker;
    private final Map<Object, @Nullable CallRow> rows = new HashMap<>();
    private final Map<Object, @Nullable TextLine> days = new HashMap<>();
    private final Deque<CallRow> spareRows = new ArrayDeque<>();
    private final Deque<TextLine> spareDays = new ArrayDeque<>();

    /** @param maker makes a row that is to be in {@code list} */
    RowPool(Composite list, Supplier<CallRow> maker) {
        this.list = list;
        this.maker = maker;
    }

    /** Only these are needed now. */
    void keep(Collection<Object> keys) {
        rows.entrySet().removeIf(entry -> {
            CallRow row = entry.getValue();
            boolean gone = !keys.contains(entry.getKey());
            if (gone && row != null) {
                spareRows.push(row);
            }
            return gone;
        });
        days.entrySet().removeIf(entry -> {
            TextLine day = entry.getValue();
            boolean gone = !keys.contains(entry.getKey());
            if (gone && day != null) {
                spareDays.push(day);
            }
            return gone;
        });
    }

    /** The row of a call; null where it has none. */
    @Nullable
    CallRow shown(Object key) {
        return rows.get(key);
    }

    /** The row of a call, a new one where it has none. */
    CallRow row(Object key) {
        CallRow row = rows.get(key);
        if (row == null) {
            row = spareRows.isEmpty() ? maker.get() : spareRows.pop();
            rows.put(key, row);
        }
        return row;
    }

    /** The title of a day, a new one where it has none. */
    TextLine day(Object key) {
        TextLine day = days.get(key);
        if (day == null) {
            day = spareDays.isEmpty() ? new TextLine(list, SWT.LEFT) : spareDays.pop();
            days.put(key, day);
        }
        return day;
    }

    /** Shows one row as selected and no other. */
    void select(CallRow selected) {
        rows.values().forEach(row -> {
            if (row != null) {
                row.select(row == selected);
            }
        });
    }

    void hideSpare() {
        spareRows.forEach(CallRow::hide);
        spareDays.forEach(day -> day.setVisible(false));
    }

    /** A screen reader goes through the rows in the order of the widgets: it is to be that of these keys. */
    void order(List<Object> keys) {
        List<Control> wanted = new ArrayList<>();
        keys.forEach(key -> {
            CallRow row = rows.get(key);
            TextLine day = days.get(key);
            if (row != null) {
                wanted.add(row.back);
                wanted.add(row.extra);
                wanted.add(row.face);
            } else if (day != null) {
                wanted.add(day);
            }
        });
        List<Control> there = new ArrayList<>(List.of(list.getChildren()));
        there.retainAll(new HashSet<>(wanted));
        if (!there.equals(wanted)) {
            for (int i = wanted.size() - 1; i >= 0; i--) {
                wanted.get(i).moveAbove(null);
            }
        }
    }
}
