/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.List;
import org.centralino.history.HistoryEntry;
import org.eclipse.jdt.annotation.Nullable;

/** Days and calls one under the other, and at which height each stands. Immutable. */
final class ItemColumn {

    static final int DAY = 40;

    private final List<Item> items;
    private final int[] tops;

    ItemColumn(List<Item> items) {
        this.items = List.copyOf(items);
        tops = new int[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            tops[i + 1] = tops[i] + (items.get(i) instanceof Item.Day ? DAY : CallFace.HEIGHT);
        }
    }

    int size() {
        return items.size();
    }

    Item get(int index) {
        return items.get(index);
    }

    Object key(int index) {
        return items.get(index).key();
    }

    int top(int index) {
        return tops[index];
    }

    int bottom(int index) {
        return tops[index + 1];
    }

    /** Where it begins, with the day's title where it is the first call of its day. */
    int topWithTitle(int index) {
        return index > 0 && items.get(index - 1) instanceof Item.Day ? tops[index - 1] : tops[index];
    }

    int height() {
        return tops[items.size()];
    }

    /** Where this stands; -1: nowhere. */
    int indexOf(Object key) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The call at this place or the next one in this direction, else the nearest in the other; -1 where there is none. */
    int line(int from, int step) {
        for (int i = Math.min(from, items.size() - 1); i >= 0 && i < items.size(); i += step) {
            if (items.get(i) instanceof Item.Line) {
                return i;
            }
        }
        return step < 0 || from <= 0 ? -1 : line(from, -1);
    }

    /** The item at this height. */
    int at(int y) {
        int low = 0;
        int high = items.size();
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (tops[middle] <= y) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first call at or under this height; null: there is none. */
    @Nullable
    HistoryEntry firstCall(int y) {
        for (int i = at(y); i < items.size(); i++) {
            if (items.get(i) instanceof Item.Line line) {
                return line.entry();
            }
        }
        return null;
    }
}
