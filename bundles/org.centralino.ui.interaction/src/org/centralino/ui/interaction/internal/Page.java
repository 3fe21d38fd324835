/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** A column that scrolls when it is higher than the view. What in it wants another height says so by requestLayout. */
final class Page extends ScrolledComposite {

    private static final int MARGIN = 12;
    private static final int GAP = 12;
    /** Wider, a number and its buttons stand too far apart. */
    private static final int WIDEST = 880;

    private static final int STEP = 48;

    private final Composite body;
    private boolean growing;

    Page(Composite parent) {
        super(parent, SWT.V_SCROLL);
        setExpandHorizontal(true);
        setExpandVertical(true);
        setShowFocusedControl(true);
        Theme.of(getDisplay()).surface(this, Token.WINDOW);
        body = new Composite(this, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(body, Token.WINDOW);
        body.setLayout(new Column());
        setContent(body);
        getVerticalBar().setIncrement(STEP);
        addListener(SWT.Resize, event -> relayout());
    }

    /** Where things are put, one under the other. */
    Composite body() {
        return body;
    }

    /** Lays everything out anew. */
    void relayout() {
        int width = getClientArea().width;
        if (width > 0) {
            int height = body.computeSize(width, SWT.DEFAULT, true).y;
            setMinHeight(height);
            getVerticalBar().setPageIncrement(Math.max(STEP, getClientArea().height - STEP));
            body.layout(true, true);
        }
    }

    private void wants(int height) {
        if (!growing && height != getMinHeight()) {
            growing = true;
            getDisplay().asyncExec(() -> {
                growing = false;
                if (!isDisposed()) {
                    relayout();
                }
            });
        }
    }

    @NonNullByDefault({})
    private final class Column extends Layout {

        @Override
        protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
            int inner = widthHint == SWT.DEFAULT ? SWT.DEFAULT : inner(widthHint);
            int width = 0;
            int height = 0;
            for (Control child : composite.getChildren()) {
                if (child.getVisible()) {
                    Point size = child.computeSize(inner, SWT.DEFAULT, flushCache);
                    width = Math.max(width, size.x);
                    height += size.y == 0 ? 0 : size.y + GAP;
                }
            }
            return new Point(widthHint == SWT.DEFAULT ? width + 2 * MARGIN : widthHint, height - GAP + 2 * MARGIN);
        }

        @Override
        protected void layout(Composite composite, boolean flushCache) {
            Rectangle area = composite.getClientArea();
            int width = inner(area.width);
            int y = MARGIN;
            for (Control child : composite.getChildren()) {
                if (child.getVisible()) {
                    int height = child.computeSize(width, SWT.DEFAULT, flushCache).y;
                    child.setBounds(MARGIN, y, width, height);
                    y += height == 0 ? 0 : height + GAP;
                }
            }
            wants(y - GAP + MARGIN);
        }

        private static int inner(int width) {
            return Math.max(0, Math.min(WIDEST, width - 2 * MARGIN));
        }
    }
}
