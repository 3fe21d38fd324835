/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** A surface with corners of 8 px, a border, and a coloured bar at its left where it means something. */
public final class Card extends Canvas {

    private static final int ARC = 16;
    private static final int BAR = 4;

    private final Token under;
    private @Nullable Token bar;
    private Token border = Token.LINE;
    private int borderWidth = 1;
    private String reading = "";

    public Card(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        under = Theme.surfaceOf(parent);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Token.CARD);
        theme.follow(this, this::redraw);
        addListener(SWT.Paint, event -> paint(event.gc, theme));
    }

    /** Makes it an item of a list that a screen reader reads as this. */
    public void setReading(String text) {
        if (reading.isEmpty()) {
            getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = reading));
            getAccessible()
                    .addAccessibleControlListener(new RoleAndState(() -> ACC.ROLE_LISTITEM, () -> ACC.STATE_NORMAL));
        }
        if (!reading.equals(text)) {
            reading = text;
            getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        }
    }

    /** The colour of the bar at the left; null: none. */
    public void setBar(@Nullable Token token) {
        if (bar != token) {
            bar = token;
            redraw();
        }
    }

    /** The border's colour and width. */
    public void setBorder(Token token, int width) {
        if (border != token || borderWidth != width) {
            border = token;
            borderWidth = width;
            redraw();
        }
    }

    private void paint(GC gc, Theme theme) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(under));
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setBackground(theme.color(Token.CARD));
        gc.fillRoundRectangle(0, 0, size.x, size.y, ARC, ARC);
        gc.setForeground(theme.color(border));
        gc.setLineWidth(borderWidth);
        int inset = borderWidth / 2;
        gc.drawRoundRectangle(inset, inset, size.x - borderWidth, size.y - borderWidth, ARC, ARC);
        Token edge = bar;
        if (edge != null) {
            Path left = new Path(getDisplay());
            try {
                left.moveTo(BAR, 0);
                left.lineTo(ARC / 2f, 0);
                left.quadTo(BAR, 1, BAR, ARC / 2f);
                left.lineTo(BAR, size.y - ARC / 2f);
                left.quadTo(BAR, size.y - 1f, ARC / 2f, size.y);
                left.addArc(0, size.y - ARC, ARC, ARC, 270, -90);
                left.lineTo(0, ARC / 2f);
                left.addArc(0, 0, ARC, ARC, 180, -90);
                left.close();
                gc.setBackground(theme.color(edge));
                gc.fillPath(left);
            } finally {
                left.dispose();
            }
        }
    }
}
