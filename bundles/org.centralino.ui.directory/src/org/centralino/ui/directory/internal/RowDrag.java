/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

/** A row that is dragged: within favourites to another place, anywhere else it is its number. */
final class RowDrag extends DropTargetAdapter {

    private static final int OPERATIONS = DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT;

    /** The order of rows, where it is the user's. */
    interface Order {

        boolean isFree();

        void move(int from, int to);

        /** What a row is elsewhere; empty: nothing. */
        String text(int row);
    }

    private final PersonList list;
    private final Order order;
    private int dragged = -1;
    private @Nullable PersonRow marked;

    RowDrag(PersonList list, Order order) {
        this.list = list;
        this.order = order;
        DropTarget target = new DropTarget(list, OPERATIONS);
        target.setTransfer(TextTransfer.getInstance());
        target.addDropListener(this);
    }

    void addSource(PersonRow row) {
        DragSource source = new DragSource(row, DND.DROP_COPY);
        source.setTransfer(new Transfer[] {TextTransfer.getInstance()});
        source.addDragListener(new Source(row));
    }

    @Override
    @NonNullByDefault({})
    public void dragOver(DropTargetEvent event) {
        boolean takes = dragged >= 0 && order.isFree();
        event.detail = takes ? DND.DROP_COPY : DND.DROP_NONE;
        event.feedback = DND.FEEDBACK_SCROLL;
        mark(takes ? list.rowOf(place(event)) : null);
    }

    @Override
    @NonNullByDefault({})
    public void dragLeave(DropTargetEvent event) {
        mark(null);
    }

    @Override
    @NonNullByDefault({})
    public void drop(DropTargetEvent event) {
        mark(null);
        int to = place(event);
        if (dragged >= 0 && order.isFree()) {
            order.move(dragged, to > dragged ? to - 1 : to);
        }
    }

    /** Above which row: the nearer edge of the one under the pointer. */
    private int place(DropTargetEvent event) {
        return list.rowAt(list.toControl(event.x, event.y).y + RowPainter.HEIGHT / 2);
    }

    private void mark(@Nullable PersonRow row) {
        PersonRow before = marked;
        if (before != row) {
            if (before != null && !before.isDisposed()) {
                before.setInsertHere(false);
            }
            if (row != null) {
                row.setInsertHere(true);
            }
            marked = row;
        }
    }

    @NonNullByDefault({})
    private final class Source extends DragSourceAdapter {

        private final PersonRow row;

        Source(PersonRow row) {
            this.row = row;
        }

        @Override
        public void dragStart(DragSourceEvent event) {
            event.doit = !order.text(row.index()).isEmpty();
            dragged = event.doit ? row.index() : -1;
        }

        @Override
        public void dragSetData(DragSourceEvent event) {
            event.data = order.text(dragged);
        }

        @Override
        public void dragFinished(DragSourceEvent event) {
            dragged = -1;
            mark(null);
        }
    }
}
