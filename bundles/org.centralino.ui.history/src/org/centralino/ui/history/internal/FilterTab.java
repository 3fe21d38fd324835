/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Pressable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** One of several lists to choose from; the chosen one is checked. */
final class FilterTab extends Pressable {

    private static final int HEIGHT = 30;
    private static final int PADDING = 12;
    private static final int CORNER = 12;

    private String word = "";

    FilterTab(Composite parent) {
        super(parent);
    }

    /** Shows this; true when it wants another width. */
    boolean show(String text, String name, boolean chosen) {
        boolean wider = !word.equals(text) || chosen != isChecked();
        word = text;
        setName(name, "", "");
        setChecked(chosen);
        redraw();
        return wider;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, true));
            return new Point(2 * PADDING + Ellipsis.width(gc, word), HEIGHT);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        if (isChecked() || isHovered()) {
            gc.setBackground(color(isChecked() ? Token.SELECTION : Token.HOVER));
            gc.fillRoundRectangle(0, 0, size.x, size.y, CORNER, CORNER);
        }
        if (showsFocus()) {
            gc.setForeground(color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(1, 1, size.x - 2, size.y - 2, CORNER, CORNER);
        }
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, isChecked()));
        gc.setForeground(color(isChecked() ? Token.ACCENT : Token.DIM));
        int x = (size.x - Ellipsis.width(gc, word)) / 2;
        gc.drawText(word, x, (size.y - gc.getFontMetrics().getHeight()) / 2, SWT.DRAW_TRANSPARENT);
    }
}
