/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import org.centralino.history.HistoryEntry;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.widgets.PillButton;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A row of the list: its face and, upon it, the button that calls back. Shows one call after the other. */
final class CallRow {

    private static final int MARGIN = 12;

    final CallFace face;
    final PillButton back;
    private final Point size;
    private @Nullable HistoryEntry entry;

    CallRow(Composite parent) {
        back = new PillButton(parent, PillButton.Look.OUTLINE);
        back.setFace(Icon.CALL.url(), Messages.callBack, "");
        size = back.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        face = new CallFace(parent);
        back.moveAbove(face);
        face.addListener(SWT.Paint, event -> matchSurface());
        Theme.of(face.getDisplay()).follow(back, this::matchSurface);
    }

    /** The call that it shows. */
    @Nullable
    HistoryEntry entry() {
        return entry;
    }

    /** Shows this call. */
    void show(Item.Line item, CallLine line) {
        entry = item.entry();
        boolean can = !line.callBack().isEmpty();
        if (can) {
            back.setName(line.callBack(), "", Messages.callBackKey);
        }
        back.setVisible(can);
        face.show(line, item.first(), item.last(), can ? size.x + MARGIN : 0);
    }

    void place(int y, int width) {
        face.setBounds(0, y, width, CallFace.HEIGHT);
        face.setVisible(true);
        back.setBounds(width - MARGIN - size.x, y + (CallFace.HEIGHT - size.y) / 2, size.x, size.y);
    }

    void hide() {
        entry = null;
        face.setVisible(false);
        back.setVisible(false);
    }

    void select(boolean selected) {
        face.setSelected(selected);
    }

    /** What Tab goes through. */
    Control[] stops() {
        return new Control[] {face, back};
    }

    private void matchSurface() {
        var color = Theme.of(back.getDisplay()).color(face.surface());
        if (!color.equals(back.getBackground())) {
            back.setBackground(color);
        }
    }
}
