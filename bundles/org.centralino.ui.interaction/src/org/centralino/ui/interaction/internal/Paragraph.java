/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Text that wraps, in the accessibility tree a label. What is left out is in the tooltip and for a screen reader. */
final class Paragraph extends Canvas {

    private final int pixels;
    private final boolean bold;
    private final int most;
    private boolean silent;
    private String text = "";
    private Token token = Token.TEXT;

    Paragraph(Composite parent, int pixels, boolean bold, int mostLines) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.pixels = pixels;
        this.bold = bold;
        most = mostLines;
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        theme.follow(this, this::redraw);
        addListener(SWT.Paint, event -> paint(event.gc));
        getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = silent ? "" : text));
        getAccessible().addAccessibleControlListener(new LabelRole());
    }

    /** The dim words beside a control that has them for its name: a screen reader reads them there, not here. */
    static Paragraph caption(Composite parent, int pixels, String words) {
        Paragraph caption = new Paragraph(parent, pixels, false, 1);
        caption.silent = true;
        caption.show(words, Token.DIM);
        return caption;
    }

    /** Shows this. */
    void show(String words, Token ink) {
        if (!words.equals(text) || ink != token) {
            text = words;
            token = ink;
            getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
            redraw();
        }
    }

    /** What a screen reader reads. */
    String text() {
        return text;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point size = lines().size(widthHint);
        return new Point(widthHint == SWT.DEFAULT ? size.x : widthHint, size.y);
    }

    private void paint(GC gc) {
        gc.setForeground(Theme.of(getDisplay()).color(token));
        boolean cut = lines().draw(gc, 0, 0, getSize().x);
        if (cut != (getToolTipText() != null)) {
            setToolTipText(cut ? text : null);
        }
    }

    private Lines lines() {
        Font font = Fonts.of(getDisplay()).get(pixels, bold);
        return new Lines(getDisplay(), font, text, most);
    }

    @NonNullByDefault({})
    private static final class LabelRole extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_LABEL;
        }

        @Override
        public void getState(AccessibleControlEvent e) {
            e.detail = ACC.STATE_NORMAL;
        }
    }
}
