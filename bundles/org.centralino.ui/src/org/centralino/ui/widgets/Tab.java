/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** The tab of a view or of a page: its name, on a soft ground when it is the one that is shown. */
public final class Tab extends Pressable {

    private static final int HEIGHT = 32;
    private static final int PADDING = 12;
    private static final int ARC = 12;

    private boolean chosen;

    public Tab(Composite parent) {
        super(parent);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {

            @Override
            @NonNullByDefault({})
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABITEM;
            }

            @Override
            @NonNullByDefault({})
            public void getState(AccessibleControlEvent event) {
                event.detail |= ACC.STATE_SELECTABLE | (chosen ? ACC.STATE_SELECTED : 0);
            }
        });
    }

    /** Whether what it stands for is shown. */
    public void setChosen(boolean now) {
        if (now != chosen) {
            chosen = now;
            getAccessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_SELECTED, now ? 1 : 0});
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, true));
            return new Point(gc.textExtent(accessibleName(), SWT.DRAW_TRANSPARENT).x + 2 * PADDING, HEIGHT);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        if (chosen || isHovered()) {
            gc.setBackground(color(chosen ? Token.SELECTION : Token.HOVER));
            gc.fillRoundRectangle(0, 0, size.x, size.y, ARC, ARC);
        }
        if (showsFocus()) {
            gc.setForeground(color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(1, 1, size.x - 2, size.y - 2, ARC, ARC);
        }
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, chosen));
        gc.setForeground(color(chosen ? Token.ACCENT : Token.DIM));
        Point text = gc.textExtent(accessibleName(), SWT.DRAW_TRANSPARENT);
        gc.drawText(accessibleName(), (size.x - text.x) / 2, (size.y - text.y) / 2, SWT.DRAW_TRANSPARENT);
    }
}
