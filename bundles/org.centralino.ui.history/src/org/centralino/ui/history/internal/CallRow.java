/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import org.centralino.history.HistoryEntry;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.history.EntryAction;
import org.centralino.ui.widgets.PillButton;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * A row of the list: its face and, upon it, the button that calls back and that of what else can be done. Shows one call
 * after the other.
 */
final class CallRow {

    private static final int MARGIN = 12;
    private static final int GAP = 4;

    final CallFace face;
    final PillButton back;
    final PillButton extra;
    private final Point size;
    private @Nullable HistoryEntry entry;
    private int reserved;
    private int wide;

    CallRow(Composite parent) {
        back = new PillButton(parent, PillButton.Look.OUTLINE);
        back.setFace(Icon.CALL.url(), Messages.callBack, "");
        size = back.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        extra = new PillButton(parent, PillButton.Look.OUTLINE);
        face = new CallFace(parent);
        back.moveAbove(face);
        extra.moveAbove(face);
        face.addListener(SWT.Paint, event -> matchSurface());
        Theme.of(face.getDisplay()).follow(back, this::matchSurface);
    }

    /** The call that it shows. */
    @Nullable
    HistoryEntry entry() {
        return entry;
    }

    /**
     * Shows this call.
     *
     * @param action what else can be done with it; null: nothing
     */
    void show(Item.Line item, CallLine line, @Nullable EntryAction action) {
        entry = item.entry();
        boolean can = !line.callBack().isEmpty();
        if (can) {
            back.setName(line.callBack(), "", Messages.callBackKey);
        }
        back.setVisible(can);
        reserved = can ? size.x + MARGIN : 0;
        if (action != null) {
            extra.setFace(action.icon(), action.caption(), "");
            extra.setName(action.name(item.entry()), "", "");
            wide = extra.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
            reserved += wide + (can ? GAP : MARGIN);
        }
        extra.setVisible(action != null);
        face.show(line, item.first(), item.last(), reserved);
    }

    void place(int y, int width) {
        face.setBounds(0, y, width, CallFace.HEIGHT);
        face.setVisible(true);
        int top = y + (CallFace.HEIGHT - size.y) / 2;
        back.setBounds(width - MARGIN - size.x, top, size.x, size.y);
        extra.setBounds(width - reserved, top, wide, size.y);
    }

    void hide() {
        entry = null;
        face.setVisible(false);
        back.setVisible(false);
        extra.setVisible(false);
    }

    void select(boolean selected) {
        face.setSelected(selected);
    }

    /** What Tab goes through. */
    Control[] stops() {
        return new Control[] {face, extra, back};
    }

    private void matchSurface() {
        var color = Theme.of(back.getDisplay()).color(face.surface());
        if (!color.equals(back.getBackground())) {
            back.setBackground(color);
            extra.setBackground(color);
        }
    }
}
