/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.Arrays;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Items side by side, each as wide as it wants; where that is too much the widest ones shrink, to their icon at last. */
@NonNullByDefault({})
final class StatusLayout extends Layout {

    private static final int ICON = 20;

    private final int margin;
    private final int gap;

    StatusLayout(int margin, int gap) {
        this.margin = margin;
        this.gap = gap;
    }

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
        int width = 0;
        int height = 0;
        for (Control child : composite.getChildren()) {
            Point size = child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache);
            width += size.x == 0 ? 0 : size.x + (width == 0 ? 0 : gap);
            height = Math.max(height, size.y);
        }
        return new Point(width + 2 * margin, height);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle area = composite.getClientArea();
        Control[] children = composite.getChildren();
        Point[] sizes = new Point[children.length];
        int room = area.width - 2 * margin + gap;
        for (int i = 0; i < children.length; i++) {
            sizes[i] = children[i].computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache);
            room -= sizes[i].x == 0 ? 0 : gap;
        }
        int most = most(sizes, room);
        int x = margin;
        for (int i = 0; i < children.length; i++) {
            int width = Math.min(sizes[i].x, most);
            children[i].setBounds(x, (area.height - sizes[i].y) / 2, width, sizes[i].y);
            x += width == 0 ? 0 : width + gap;
        }
    }

    /** The width that no item may pass so that all of them have room. */
    private static int most(Point[] sizes, int room) {
        int[] widths = Arrays.stream(sizes).mapToInt(size -> size.x).sorted().toArray();
        int left = room;
        for (int i = 0; i < widths.length; i++) {
            int share = left / (widths.length - i);
            if (widths[i] > share) {
                return Math.max(ICON, share);
            }
            left -= widths[i];
        }
        return Integer.MAX_VALUE;
    }
}
