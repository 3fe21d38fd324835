/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.function.Supplier;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
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
import org.eclipse.swt.widgets.Control;

/** Dropping a number, an address or the row of another call on a call transfers it there. */
final class DropToTransfer extends DropTargetAdapter {

    private static final int OPERATIONS = DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT;

    private final Card card;
    private final TransferPresenter transfer;
    private final Supplier<String> callId;

    private DropToTransfer(Card card, TransferPresenter transfer, Supplier<String> callId) {
        this.card = card;
        this.transfer = transfer;
        this.callId = callId;
    }

    /**
     * Lets things be dropped on a control.
     *
     * @param card what is highlighted meanwhile
     * @param callId which call it shows
     */
    static void install(Control control, Card card, TransferPresenter transfer, Supplier<String> callId) {
        DropTarget target = new DropTarget(control, OPERATIONS);
        target.setTransfer(TextTransfer.getInstance());
        target.addDropListener(new DropToTransfer(card, transfer, callId));
    }

    /** Lets a row be dragged by one of its controls; elsewhere than on a call it is its number. */
    static void drag(Control control, TransferPresenter transfer, Supplier<@Nullable WaitingView> row) {
        DragSource source = new DragSource(control, DND.DROP_COPY);
        source.setTransfer(new Transfer[] {TextTransfer.getInstance()});
        source.addDragListener(new Row(transfer, row));
    }

    @Override
    @NonNullByDefault({})
    public void dragEnter(DropTargetEvent event) {
        boolean takes = transfer.takesDrop(callId.get());
        event.detail = !takes ? DND.DROP_NONE : (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : event.detail;
        card.setBorder(takes ? Token.ACCENT : Token.LINE, takes ? 2 : 1);
    }

    @Override
    @NonNullByDefault({})
    public void dragOperationChanged(DropTargetEvent event) {
        dragEnter(event);
    }

    @Override
    @NonNullByDefault({})
    public void dragLeave(DropTargetEvent event) {
        card.setBorder(Token.LINE, 1);
    }

    @Override
    @NonNullByDefault({})
    public void drop(DropTargetEvent event) {
        card.setBorder(Token.LINE, 1);
        if (event.data instanceof String text) {
            transfer.dropped(callId.get(), text);
        }
    }

    private static final class Row extends DragSourceAdapter {

        private final TransferPresenter transfer;
        private final Supplier<@Nullable WaitingView> row;

        Row(TransferPresenter transfer, Supplier<@Nullable WaitingView> row) {
            this.transfer = transfer;
            this.row = row;
        }

        @Override
        @NonNullByDefault({})
        public void dragStart(DragSourceEvent event) {
            WaitingView view = row.get();
            event.doit = view != null && view.kind() == WaitingView.Kind.UP;
            if (view != null && event.doit) {
                transfer.drag(view.id());
            }
        }

        @Override
        @NonNullByDefault({})
        public void dragSetData(DragSourceEvent event) {
            WaitingView view = row.get();
            if (view != null) {
                event.data = view.number().isEmpty() ? view.name() : view.number();
            }
        }

        @Override
        @NonNullByDefault({})
        public void dragFinished(DragSourceEvent event) {
            transfer.drag(null);
        }
    }
}
