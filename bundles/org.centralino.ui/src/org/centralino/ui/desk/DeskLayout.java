/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.desk;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Children one under the other, each as high as it wants to be, the last one as high as what is left. A child without
 * height takes no room, not even the gap.
 */
public final class DeskLayout extends Layout {

    private final int margin;
    private final int gap;
    private final boolean fill;

    /** @param fill whether the last child takes the rest of the height */
    public DeskLayout(int margin, int gap, boolean fill) {
        this.margin = margin;
        this.gap = gap;
        this.fill = fill;
    }

    @Override
    @NonNullByDefault({})
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
        int inner = widthHint == SWT.DEFAULT ? SWT.DEFAULT : Math.max(0, widthHint - 2 * margin);
        int width = 0;
        int height = 0;
        for (Control child : composite.getChildren()) {
            if (child.getVisible()) {
                Point size = child.computeSize(inner, SWT.DEFAULT, flushCache);
                width = Math.max(width, size.x);
                height += size.y == 0 ? 0 : size.y + (height == 0 ? 0 : gap);
            }
        }
        int around = 2 * margin;
        return new Point(
                widthHint == SWT.DEFAULT ? width + around : widthHint,
                heightHint == SWT.DEFAULT ? height + (height == 0 ? 0 : around) : heightHint);
    }

    @Override
    @NonNullByDefault({})
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle area = composite.getClientArea();
        int width = Math.max(0, area.width - 2 * margin);
        int y = margin;
        Control[] children = composite.getChildren();
        for (int i = 0; i < children.length; i++) {
            Control child = children[i];
            if (!child.getVisible()) {
                continue;
            }
            int wanted = child.computeSize(width, SWT.DEFAULT, flushCache).y;
            int left = Math.max(0, area.height - margin - y);
            int height = fill && i == children.length - 1 ? left : wanted;
            child.setBounds(margin, y, width, height);
            y += height == 0 ? 0 : height + gap;
        }
    }
}
