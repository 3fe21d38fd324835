/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal.features;

import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Icons;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Pressable;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A feature and how it stands. The keyboard comes by, so that a screen reader reads it; a press says it all. */
final class FeatureRow extends Pressable {

    private static final int PADDING = 8;
    private static final int ICON = 14;
    private static final int TEXT = PADDING + ICON + 10;
    private static final int NAME = 20;
    private static final int LINE = 18;
    private static final int ARC = 12;

    private FeatureView shown = new FeatureView("", "", "", FeatureView.Look.OFF);

    FeatureRow(Composite parent) {
        super(parent);
        onPress(() -> Announcement.say(this, shown.reading() + ". " + shown.description()));
    }

    void show(FeatureView view) {
        shown = view;
        setName(view.reading(), view.description(), "");
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int lines = shown.description().isEmpty() ? 1 : 2;
        return new Point(widthHint == SWT.DEFAULT ? TEXT : widthHint, 2 * PADDING + NAME + lines * LINE);
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        if (isHovered()) {
            gc.setBackground(color(Token.HOVER));
            gc.fillRoundRectangle(0, 0, size.x, size.y, ARC, ARC);
        }
        if (showsFocus()) {
            gc.setForeground(color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(1, 1, size.x - 2, size.y - 2, ARC, ARC);
        }
        int top = PADDING + (NAME - ICON) / 2;
        Icons.of(getDisplay()).draw(gc, icon().url(), color(ink()), ICON, PADDING, top);
        line(gc, shown.name(), Fonts.TEXT, true, Token.TEXT, PADDING);
        line(gc, shown.state(), Fonts.SMALL, false, Token.TEXT, PADDING + NAME);
        line(gc, shown.description(), Fonts.SMALL, false, Token.DIM, PADDING + NAME + LINE);
    }

    private void line(GC gc, String text, int pixels, boolean bold, Token token, int y) {
        gc.setFont(Fonts.of(getDisplay()).get(pixels, bold));
        gc.setForeground(color(token));
        String fits = TextLine.shorten(gc, text, getSize().x - TEXT - PADDING);
        gc.drawText(fits, TEXT, y, SWT.DRAW_TRANSPARENT);
    }

    private Icon icon() {
        return switch (shown.look()) {
            case ON -> Icon.DOT_FREE;
            case OFF -> Icon.DOT_OFF;
            case MISSING -> Icon.WARNING;
        };
    }

    private Token ink() {
        return switch (shown.look()) {
            case ON -> Token.FREE;
            case OFF -> Token.DIM;
            case MISSING -> Token.RINGING;
        };
    }
}
