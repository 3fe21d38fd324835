/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Pressable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** Words that open something, in as many lines as they need. */
final class LinkButton extends Pressable {

    private static final int RING = 2;
    private static final int MOST_LINES = 4;

    private final String text;

    LinkButton(Composite parent, String text) {
        super(parent);
        this.text = text;
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int room = widthHint == SWT.DEFAULT ? SWT.DEFAULT : Math.max(1, widthHint - 2 * RING);
        Point size = lines().size(room);
        return new Point(widthHint == SWT.DEFAULT ? size.x + 2 * RING : widthHint, size.y + 2 * RING);
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        gc.setForeground(color(isHovered() || isDown() ? Token.ACCENT_HOVER : Token.ACCENT));
        lines().draw(gc, RING, RING, size.x - 2 * RING);
        if (showsFocus()) {
            gc.setLineWidth(RING);
            gc.drawRoundRectangle(1, 1, size.x - 2, size.y - 2, 8, 8);
        }
    }

    private Lines lines() {
        return new Lines(getDisplay(), Fonts.of(getDisplay()).get(Fonts.TEXT, false), text, MOST_LINES);
    }
}
