/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.function.IntSupplier;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.accessibility.AccessibleValueAdapter;
import org.eclipse.swt.accessibility.AccessibleValueEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** How loud something is; to a screen reader a progress bar from 0 to 100. */
final class LevelBar extends Canvas {

    private static final int EVERY_MS = 50;
    private static final int LOUD = 90;
    private static final int FALL = 4;
    static final int HEIGHT = 10;

    private final IntSupplier level;
    private int percent;

    /** @param level 0 to 100; asked as long as the bar is there */
    LevelBar(Composite parent, String name, IntSupplier level) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.level = level;
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        theme.follow(this, this::redraw);
        addListener(SWT.Paint, event -> paint(event.gc, theme));
        Accessible accessible = getAccessible();
        accessible.addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
        accessible.addAccessibleControlListener(new Role());
        accessible.addAccessibleValueListener(new Value());
        measure();
    }

    private void measure() {
        if (isDisposed()) {
            return;
        }
        int now = level.getAsInt();
        int shown = Math.max(now, percent - FALL);
        if (shown != percent) {
            percent = shown;
            redraw();
        }
        getDisplay().timerExec(EVERY_MS, this::measure);
    }

    private void paint(GC gc, Theme theme) {
        Point size = getSize();
        int y = (size.y - HEIGHT) / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(Token.LINE));
        gc.fillRoundRectangle(0, y, size.x, HEIGHT, HEIGHT, HEIGHT);
        int filled = size.x * percent / 100;
        if (filled > 0) {
            gc.setBackground(theme.color(percent > LOUD ? Token.RINGING : Token.FREE));
            gc.setClipping(0, y, filled, HEIGHT);
            gc.fillRoundRectangle(0, y, size.x, HEIGHT, HEIGHT, HEIGHT);
        }
    }

    @NonNullByDefault({})
    private final class Role extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_PROGRESSBAR;
        }

        @Override
        public void getValue(AccessibleControlEvent e) {
            e.result = Integer.toString(percent);
        }
    }

    @NonNullByDefault({})
    private final class Value extends AccessibleValueAdapter {

        @Override
        public void getCurrentValue(AccessibleValueEvent e) {
            e.value = percent;
        }

        @Override
        public void getMinimumValue(AccessibleValueEvent e) {
            e.value = 0;
        }

        @Override
        public void getMaximumValue(AccessibleValueEvent e) {
            e.value = 100;
        }
    }
}
