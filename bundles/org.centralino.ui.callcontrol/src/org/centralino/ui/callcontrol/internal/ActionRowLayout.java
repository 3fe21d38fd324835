/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.Arrays;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Round buttons in six columns from the left, in seven smaller ones where there are more buttons; those whose layout data is true stand at the right end of their row, so that
 * Hang up is always in the same place. What does not fit goes into a further row.
 */
@NonNullByDefault({})
final class ActionRowLayout extends Layout {

    private static final int COLUMNS = 6;
    private static final int MOST_COLUMNS = 7;
    private static final int GAP = 8;

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
        Control[] buttons = composite.getChildren();
        int height = 0;
        int width = 0;
        for (Control button : buttons) {
            Point size = button.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            height = Math.max(height, size.y);
            width = Math.max(width, size.x);
        }
        int rows = rows(buttons.length);
        return new Point(
                widthHint == SWT.DEFAULT ? width * COLUMNS : widthHint, rows * height + Math.max(0, rows - 1) * GAP);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Control[] buttons = composite.getChildren();
        int width = composite.getClientArea().width;
        int left = 0;
        int right =
                (int) Arrays.stream(buttons).filter(ActionRowLayout::atRight).count();
        int columns = columns(buttons.length);
        int slot = rows(buttons.length) * columns - right;
        for (Control button : buttons) {
            Point size = button.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            int place = atRight(button) ? slot++ : left++;
            // the first and the last column touch the edges, the others stand evenly between
            int own = Math.min(size.x, width / columns);
            int x = Math.round((width - own) * (place % columns) / (float) (columns - 1));
            button.setBounds(x, place / columns * (size.y + GAP), own, size.y);
        }
    }

    private static int columns(int buttons) {
        return Math.clamp(buttons, COLUMNS, MOST_COLUMNS);
    }

    private static int rows(int buttons) {
        int columns = columns(buttons);
        return (buttons + columns - 1) / columns;
    }

    private static boolean atRight(Control button) {
        return Boolean.TRUE.equals(button.getLayoutData());
    }
}
