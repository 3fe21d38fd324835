/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Icons;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The initials of somebody in a circle; a handset for a number without a name. Says nothing the name beside does not. */
public final class Avatar extends Canvas {

    private final int diameter;
    private String initials = "";

    public Avatar(Composite parent, int diameter) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.diameter = diameter;
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        theme.follow(this, this::redraw);
        addListener(SWT.Paint, event -> paint(event.gc, theme));
    }

    /** Shows the initials of this name. */
    public void setLabel(String label) {
        String now = Initials.of(label);
        if (!now.equals(initials)) {
            initials = now;
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(diameter, diameter);
    }

    private void paint(GC gc, Theme theme) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(Token.ACCENT_SOFT));
        gc.fillOval(0, 0, diameter, diameter);
        if (initials.isEmpty()) {
            int size = diameter / 2;
            int inset = (diameter - size) / 2;
            Icons.of(getDisplay()).draw(gc, Icon.CALL.url(), theme.color(Token.ACCENT), size, inset, inset);
            return;
        }
        gc.setForeground(theme.color(Token.ACCENT));
        gc.setFont(Fonts.of(getDisplay()).get(diameter * 7 / 20, true));
        Point text = gc.textExtent(initials, SWT.DRAW_TRANSPARENT);
        gc.drawText(initials, (diameter - text.x) / 2, (diameter - text.y) / 2, SWT.DRAW_TRANSPARENT);
    }
}
