/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import org.centralino.ui.Fonts;
import org.centralino.ui.Icons;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** What is drawn of a call: a stripe of a card, round where the card begins and ends. Takes the keyboard. */
final class CallFace extends Canvas {

    static final int HEIGHT = 56;

    private static final int ARC = 16;
    private static final int ICON = 18;
    private static final int LEFT = 14;
    private static final int TEXT = LEFT + ICON + 12;
    private static final int GAP = 8;
    private static final int FLAGS = SWT.DRAW_TRANSPARENT;

    private final Theme theme;
    private @Nullable CallLine line;
    private boolean first;
    private boolean last;
    private boolean selected;
    private boolean hovered;
    private int reserved;

    CallFace(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        theme.follow(this, this::redraw);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.MouseEnter, event -> hover(true));
        addListener(SWT.MouseExit, event -> hover(false));
        RowAccess.install(this);
    }

    /** Shows this; {@code room} at the right is somebody else's. */
    void show(CallLine shown, boolean begins, boolean ends, int room) {
        CallLine before = line;
        if (!shown.equals(before) || begins != first || ends != last || room != reserved) {
            line = shown;
            first = begins;
            last = ends;
            reserved = room;
            setToolTipText(null);
            redraw();
        }
        if (before != null && !before.reading().equals(shown.reading())) {
            getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        }
    }

    void setSelected(boolean now) {
        if (selected != now) {
            selected = now;
            getAccessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_SELECTED, now ? 1 : 0});
            redraw();
        }
    }

    boolean isSelected() {
        return selected;
    }

    String reading() {
        CallLine shown = line;
        return shown == null ? "" : shown.reading();
    }

    /** What the row is drawn upon now. */
    Token surface() {
        return selected ? Token.SELECTION : hovered ? Token.HOVER : Token.CARD;
    }

    /** Where a menu opens that was asked for by a key. */
    Point menuPlace() {
        return toDisplay(TEXT, HEIGHT - GAP);
    }

    private void hover(boolean now) {
        hovered = now;
        redraw();
    }

    private void paint(GC gc) {
        CallLine shown = line;
        if (shown == null) {
            return;
        }
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        stripe(gc, size);
        Icons.of(getDisplay())
                .draw(gc, shown.glyph().url(), theme.color(shown.glyph().ink()), ICON, LEFT, 10);
        int right = size.x - reserved - LEFT;
        int timeWidth = 0;
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
        if (!shown.time().isEmpty()) {
            timeWidth = Ellipsis.width(gc, shown.time()) + GAP;
            gc.setForeground(theme.color(Token.DIM));
            gc.drawText(shown.time(), right - timeWidth + GAP, 11, FLAGS);
        }
        boolean cut = upper(gc, shown, right - timeWidth);
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
        gc.setForeground(theme.color(shown.news() ? Token.BUSY : Token.DIM));
        String detail = Ellipsis.fit(gc, shown.detail(), right - TEXT);
        gc.drawText(detail, TEXT, 31, FLAGS);
        tip(cut || !detail.equals(shown.detail()) ? shown.reading() : null);
    }

    private boolean upper(GC gc, CallLine shown, int right) {
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, shown.news()));
        gc.setForeground(theme.color(Token.TEXT));
        String title = Ellipsis.fit(gc, shown.title(), right - TEXT);
        gc.drawText(title, TEXT, 8, FLAGS);
        int x = TEXT + Ellipsis.width(gc, title) + GAP;
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
        gc.setForeground(theme.color(Token.DIM));
        String aside = Ellipsis.fit(gc, shown.aside(), right - x);
        gc.drawText(aside, x, 11, FLAGS);
        return !title.equals(shown.title()) || !aside.equals(shown.aside());
    }

    private void stripe(GC gc, Point size) {
        int top = first ? 0 : -ARC;
        int bottom = last ? size.y : size.y + ARC;
        gc.setBackground(theme.color(surface()));
        gc.fillRoundRectangle(0, top, size.x, bottom - top, ARC, ARC);
        gc.setForeground(theme.color(Token.LINE));
        gc.drawRoundRectangle(0, top, size.x - 1, bottom - top - 1, ARC, ARC);
        if (!last) {
            gc.drawLine(0, size.y - 1, size.x, size.y - 1);
        }
        if (isFocusControl()) {
            gc.setForeground(theme.color(Token.ACCENT));
            gc.setLineWidth(2);
            Rectangle ring = new Rectangle(2, 2, size.x - 5, size.y - 5);
            gc.drawRoundRectangle(ring.x, ring.y, ring.width, ring.height, ARC - 4, ARC - 4);
            gc.setLineWidth(1);
        }
    }

    private void tip(@Nullable String text) {
        String now = getToolTipText();
        if (text == null ? now != null : !text.equals(now)) {
            setToolTipText(text);
        }
    }
}
