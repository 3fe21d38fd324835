/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Pressable;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** One of the tabs over the list; the chosen one says how many there are. */
final class ScopeTab extends Pressable {

    private static final int HEIGHT = 32;
    private static final int CORNER = 12;

    private final String word;
    private String text;
    private boolean chosen;

    ScopeTab(Composite parent, String word) {
        super(parent);
        this.word = word;
        text = word;
        setName(word, "", "");
        getAccessible().addAccessibleControlListener(new Tab());
    }

    /** @param count how many there are, in words; empty where that is not told */
    void show(boolean isChosen, String count) {
        String now = count.isEmpty() ? word : word + " \u00b7 " + count;
        if (isChosen != chosen || !now.equals(text)) {
            boolean turned = isChosen != chosen;
            chosen = isChosen;
            text = now;
            setName(word, count, "");
            if (turned) {
                getAccessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_SELECTED, chosen ? 1 : 0});
            }
            redraw();
        }
    }

    boolean isChosen() {
        return chosen;
    }

    /** The width it wants with so much room at the left and right of its text. */
    int width(int padding) {
        GC gc = new GC(this);
        try {
            gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, chosen));
            return gc.textExtent(text, SWT.DRAW_TRANSPARENT).x + 2 * padding;
        } finally {
            gc.dispose();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(width(10), HEIGHT);
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        if (chosen || isHovered() || isDown()) {
            gc.setBackground(color(chosen ? Token.ACCENT_SOFT : Token.HOVER));
            gc.fillRoundRectangle(0, 0, size.x, size.y, CORNER, CORNER);
        }
        if (showsFocus()) {
            gc.setForeground(color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(1, 1, size.x - 2, size.y - 2, CORNER, CORNER);
        }
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, chosen));
        gc.setForeground(color(chosen ? Token.ACCENT : Token.DIM));
        Point extent = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        gc.drawText(text, (size.x - extent.x) / 2, (size.y - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }

    @NonNullByDefault({})
    private final class Tab extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_TABITEM;
        }

        @Override
        public void getState(AccessibleControlEvent e) {
            e.detail |= ACC.STATE_SELECTABLE | (chosen ? ACC.STATE_SELECTED : 0);
        }
    }
}
