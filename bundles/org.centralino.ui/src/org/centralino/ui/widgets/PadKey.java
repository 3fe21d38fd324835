/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** One key of a {@link Pad}: the digit, and the letters that go with it (ITU-T E.161). */
final class PadKey extends Pressable {

    private static final int HEIGHT = 44;
    private static final int CORNER = 16;
    private static final int DIGIT = 18;

    private final char key;
    private final String letters;
    private final Pad pad;
    private boolean lit;

    PadKey(Pad pad, Composite parent, char key, String letters) {
        super(parent);
        this.pad = pad;
        this.key = key;
        this.letters = letters;
    }

    /** Shows it as held, for a key of the keyboard that is. */
    void light(boolean on) {
        lit = on;
        redraw();
    }

    @Override
    protected void pressed() {
        pad.down(key);
    }

    @Override
    protected void released() {
        pad.up(key);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? HEIGHT : widthHint, HEIGHT);
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        boolean held = isDown() || lit;
        gc.setBackground(color(held ? Token.ACCENT_SOFT : isHovered() ? Token.HOVER : Token.CARD));
        gc.fillRoundRectangle(1, 1, size.x - 2, size.y - 2, CORNER, CORNER);
        boolean accent = held || showsFocus();
        gc.setForeground(color(accent ? Token.ACCENT : Token.LINE));
        gc.setLineWidth(showsFocus() ? 2 : 1);
        gc.drawRoundRectangle(1, 1, size.x - 3, size.y - 3, CORNER, CORNER);
        gc.setLineWidth(1);
        gc.setForeground(color(Token.TEXT));
        gc.setFont(Fonts.of(getDisplay()).get(DIGIT, true));
        String text = String.valueOf(key);
        Point digit = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        int y = (size.y - digit.y) / 2;
        int digitX = letters.isEmpty() ? (size.x - digit.x) / 2 : size.x / 2 - digit.x - 4;
        gc.drawText(text, digitX, y, SWT.DRAW_TRANSPARENT);
        if (!letters.isEmpty()) {
            gc.setFont(Fonts.of(getDisplay()).get(11, false));
            gc.setForeground(color(Token.DIM));
            int height = gc.getFontMetrics().getHeight();
            gc.drawText(letters, size.x / 2 + 4, (size.y - height) / 2 + 1, SWT.DRAW_TRANSPARENT);
        }
    }
}
