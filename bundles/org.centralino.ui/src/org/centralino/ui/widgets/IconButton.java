/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.net.URL;
import org.centralino.ui.Icons;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A small square button with nothing but an icon, for the inside of a box or a bar. */
public final class IconButton extends Pressable {

    private static final int SIDE = 32;
    private static final int ICON = 20;
    private static final int CORNER = 12;

    private final @Nullable URL icon;
    private final Token ink;

    public IconButton(Composite parent, @Nullable URL svg, Token ink) {
        super(parent);
        icon = svg;
        this.ink = ink;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(SIDE, SIDE);
    }

    @Override
    protected void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        if (!isEnabled()) {
            gc.setAlpha(100);
        }
        if (isHovered() || isDown() || isExpanded()) {
            gc.setBackground(color(isDown() || isExpanded() ? Token.ACCENT_SOFT : Token.HOVER));
            gc.fillRoundRectangle(0, 0, SIDE, SIDE, CORNER, CORNER);
        }
        if (showsFocus()) {
            gc.setForeground(color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(1, 1, SIDE - 2, SIDE - 2, CORNER, CORNER);
        }
        int inset = (SIDE - ICON) / 2;
        Icons.of(getDisplay()).draw(gc, icon, color(isExpanded() ? Token.ACCENT : ink), ICON, inset, inset);
    }
}
