/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Items side by side, each as wide as it wants; where that is too much the widest ones shrink, to their icon at last. What is
 * left of the room stands before the first item of those that are marked {@link #RIGHT}.
 */
@NonNullByDefault({})
final class StatusLayout extends Layout {

    /** Layout data of the items that stand at the right. */
    static final Object RIGHT = new Object();

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
        int[] widths = new int[children.length];
        int most = most(composite, area.width - 2 * margin, flushCache);
        int spare = area.width - 2 * margin + gap;
        for (int i = 0; i < children.length; i++) {
            widths[i] = width(children[i], most, flushCache);
            spare -= widths[i] == 0 ? 0 : widths[i] + gap;
        }
        int x = margin;
        for (int i = 0; i < children.length; i++) {
            if (children[i].getLayoutData() == RIGHT) {
                x += Math.max(0, spare);
                spare = 0;
            }
            int height = children[i].computeSize(SWT.DEFAULT, SWT.DEFAULT, false).y;
            children[i].setBounds(x, (area.height - height) / 2, widths[i], height);
            x += widths[i] == 0 ? 0 : widths[i] + gap;
        }
    }

    /** The width of an item where none of its parts may be wider than {@code most}. */
    private int width(Control child, int most, boolean flushCache) {
        if (!(child instanceof Composite place) || !(place.getLayout() instanceof StatusLayout inner)) {
            return Math.min(child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).x, most);
        }
        int width = 0;
        for (Control part : place.getChildren()) {
            int wide = inner.width(part, most, flushCache);
            width += wide == 0 ? 0 : wide + (width == 0 ? 0 : inner.gap);
        }
        return width;
    }

    /** The width that no part of an item may pass so that all of them have room. */
    private int most(Composite composite, int room, boolean flushCache) {
        List<Integer> widths = new ArrayList<>();
        int left = room - collect(composite, widths, flushCache);
        widths.sort(null);
        for (int i = 0; i < widths.size(); i++) {
            int share = left / (widths.size() - i);
            if (widths.get(i) > share) {
                return Math.max(ICON, share);
            }
            left -= widths.get(i);
        }
        return Integer.MAX_VALUE;
    }

    /** The widths of all parts; returns that of the gaps between them. */
    private int collect(Composite composite, List<Integer> widths, boolean flushCache) {
        int gaps = 0;
        int seen = 0;
        for (Control child : composite.getChildren()) {
            int before = widths.size();
            if (child instanceof Composite place && place.getLayout() instanceof StatusLayout inner) {
                gaps += inner.collect(place, widths, flushCache);
            } else {
                int wide = child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).x;
                if (wide > 0) {
                    widths.add(wide);
                }
            }
            if (widths.size() > before) {
                gaps += seen == 0 ? 0 : gap;
                seen++;
            }
        }
        return gaps;
    }
}
