/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.net.URL;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icons;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A button with a word in it, an icon before and its key after it where it has them. */
public final class PillButton extends Pressable {

    private static final int HEIGHT = 28;
    private static final int RING = 2;
    private static final int PADDING = 12;
    private static final int ICON = 14;
    private static final int GAP = 4;

    /** How loud it is. */
    public enum Look {
        /** The thing to do. */
        FILLED,
        /** What else can be done. */
        OUTLINE,
        /** What ends something. */
        DANGER
    }

    private final Look look;
    private @Nullable URL icon;
    private String word = "";
    private String chip = "";

    public PillButton(Composite parent, Look look) {
        super(parent);
        this.look = look;
    }

    /** Shows this; {@code keyChip} may be empty. */
    public void setFace(@Nullable URL svg, String text, String keyChip) {
        icon = svg;
        word = text;
        chip = keyChip;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        try {
            int width = 2 * (PADDING + RING) + wordWidth(gc) + (icon == null ? 0 : ICON + GAP);
            return new Point(width + (chip.isEmpty() ? 0 : chipWidth(gc) + GAP), HEIGHT + 2 * RING);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        int width = size.x - 2 * RING;
        int top = (size.y - HEIGHT) / 2;
        gc.setAntialias(SWT.ON);
        boolean touched = isHovered() || isDown();
        Token main = look == Look.DANGER ? Token.BUSY : Token.ACCENT;
        Color ink = color(look == Look.FILLED ? Token.ON_ACCENT : main);
        if (look == Look.FILLED) {
            gc.setBackground(color(touched ? Token.ACCENT_HOVER : Token.ACCENT));
            gc.fillRoundRectangle(RING, top, width, HEIGHT, HEIGHT, HEIGHT);
        } else {
            if (touched) {
                gc.setBackground(color(Token.HOVER));
                gc.fillRoundRectangle(RING, top, width, HEIGHT, HEIGHT, HEIGHT);
            }
            gc.setForeground(color(main));
            gc.drawRoundRectangle(RING, top, width - 1, HEIGHT - 1, HEIGHT, HEIGHT);
        }
        if (showsFocus()) {
            gc.setForeground(color(look == Look.FILLED ? Token.TEXT : Token.ACCENT));
            gc.setLineWidth(RING);
            gc.drawRoundRectangle(1, top - 1, width + 2, HEIGHT + 1, HEIGHT + 2, HEIGHT + 2);
            gc.setLineWidth(1);
        }
        int x = RING + PADDING;
        if (icon != null) {
            Icons.of(getDisplay()).draw(gc, icon, ink, ICON, x, top + (HEIGHT - ICON) / 2);
            x += ICON + GAP;
        }
        int wide = wordWidth(gc);
        int room = size.x - x - PADDING;
        gc.setForeground(ink);
        gc.drawText(
                wide > room && chip.isEmpty() ? TextLine.shorten(gc, word, room) : word,
                x,
                top + (HEIGHT - gc.getFontMetrics().getHeight()) / 2,
                SWT.DRAW_TRANSPARENT);
        if (!chip.isEmpty()) {
            paintChip(gc, x + wide + GAP, top);
        }
    }

    private void paintChip(GC gc, int x, int top) {
        int width = chipWidth(gc);
        int height = gc.getFontMetrics().getHeight() + 2;
        int y = top + (HEIGHT - height) / 2;
        gc.drawRoundRectangle(x, y, width - 1, height - 1, 8, 8);
        gc.drawText(chip, x + GAP, y + 1, SWT.DRAW_TRANSPARENT);
    }

    private int wordWidth(GC gc) {
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, true));
        return gc.textExtent(word, SWT.DRAW_TRANSPARENT).x;
    }

    private int chipWidth(GC gc) {
        gc.setFont(Fonts.of(getDisplay()).get(11, false));
        return gc.textExtent(chip, SWT.DRAW_TRANSPARENT).x + 2 * GAP;
    }
}
