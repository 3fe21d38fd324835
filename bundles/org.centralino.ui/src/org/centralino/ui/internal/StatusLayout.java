/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Items side by side, each as wide as it wants; where that is too much the last ones shrink to their icon. */
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
        int x = margin;
        int after = composite.getChildren().length;
        for (Control child : composite.getChildren()) {
            after--;
            Point size = child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache);
            int room = area.width - margin - x - after * (gap + ICON);
            int width = Math.max(0, Math.min(size.x, room));
            child.setBounds(x, (area.height - size.y) / 2, width, size.y);
            x += width == 0 ? 0 : width + gap;
        }
    }
}
