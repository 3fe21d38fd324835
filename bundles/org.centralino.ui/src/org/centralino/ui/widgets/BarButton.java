/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.net.URL;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icons;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A quiet button of the status bar: a shape and words, which are its accessible name, or an icon alone. */
public final class BarButton extends Pressable {

    private static final int HEIGHT = 24;
    private static final int PADDING = 4;
    private static final int ICON = 10;
    private static final int GAP = 6;
    private static final int ALONE = 16;
    /** Less room shows the icon alone: a letter and dots say no more. */
    private static final int LEAST = 32;

    private @Nullable URL icon;
    private Token token = Token.DIM;
    private String text = "";

    public BarButton(Composite parent) {
        super(parent);
    }

    /** Shows this; true when it wants another width. */
    public boolean setFace(@Nullable URL svg, Token ink, String words, String description) {
        boolean wider = !words.equals(text);
        icon = svg;
        token = ink;
        text = words;
        setName(words, description, "");
        redraw();
        return wider;
    }

    /** Shows nothing but an icon; its name is given by {@link #setName}. */
    public void setIcon(@Nullable URL svg, Token ink) {
        icon = svg;
        token = ink;
        text = "";
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        if (text.isEmpty()) {
            return new Point(ALONE + PADDING, HEIGHT);
        }
        GC gc = new GC(this);
        try {
            gc.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
            return new Point(2 * PADDING + ICON + GAP + gc.textExtent(text, SWT.DRAW_TRANSPARENT).x, HEIGHT);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        if (isHovered()) {
            gc.setBackground(color(Token.HOVER));
            gc.fillRoundRectangle(0, 0, size.x, size.y, 8, 8);
        }
        if (showsFocus()) {
            gc.setForeground(color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(1, 1, size.x - 2, size.y - 2, 8, 8);
        }
        if (text.isEmpty()) {
            int x = (size.x - ALONE) / 2;
            Icons.of(getDisplay()).draw(gc, icon, color(token), ALONE, x, (size.y - ALONE) / 2);
            return;
        }
        Icons.of(getDisplay()).draw(gc, icon, color(token), ICON, PADDING, (size.y - ICON) / 2);
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
        gc.setForeground(color(token));
        int y = (size.y - gc.getFontMetrics().getHeight()) / 2;
        int x = PADDING + ICON + GAP;
        int room = size.x - x - PADDING;
        if (room >= gc.textExtent(text, SWT.DRAW_TRANSPARENT).x) {
            gc.drawText(text, x, y, SWT.DRAW_TRANSPARENT);
        } else if (room >= LEAST) {
            gc.drawText(TextLine.shorten(gc, text, room), x, y, SWT.DRAW_TRANSPARENT);
        }
    }
}
