/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Portrait, words, buttons beside each other; where that is too narrow the buttons stand under the words. */
@NonNullByDefault({})
final class HeaderLayout extends Layout {

    private static final int GAP = 12;
    /** With less for the words, the buttons make way. */
    private static final int LEAST = 200;

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
        return place(composite, widthHint, flushCache, false);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        place(composite, composite.getClientArea().width, flushCache, true);
    }

    private static Point place(Composite composite, int width, boolean flush, boolean move) {
        Control[] parts = composite.getChildren();
        Point portrait = parts[0].computeSize(SWT.DEFAULT, SWT.DEFAULT, flush);
        Point buttons = parts[2].computeSize(SWT.DEFAULT, SWT.DEFAULT, flush);
        int left = portrait.x + GAP;
        if (width == SWT.DEFAULT) {
            Point words = parts[1].computeSize(SWT.DEFAULT, SWT.DEFAULT, flush);
            return new Point(left + words.x + GAP + buttons.x, Math.max(portrait.y, words.y));
        }
        boolean beside = width - left - GAP - buttons.x >= LEAST;
        int room = Math.max(1, beside ? width - left - GAP - buttons.x : width - left);
        int words = parts[1].computeSize(room, SWT.DEFAULT, flush).y;
        int top = Math.max(portrait.y, words);
        if (move) {
            parts[0].setBounds(0, 0, portrait.x, portrait.y);
            parts[1].setBounds(left, Math.max(0, (portrait.y - words) / 2), room, words);
            int y = beside ? Math.max(0, (portrait.y - buttons.y) / 2) : top + GAP / 2;
            parts[2].setBounds(beside ? width - buttons.x : left, y, buttons.x, buttons.y);
        }
        return new Point(width, beside ? top : top + GAP / 2 + buttons.y);
    }
}
