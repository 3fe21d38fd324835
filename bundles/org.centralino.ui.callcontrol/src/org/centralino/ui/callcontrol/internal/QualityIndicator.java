/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.ui.Announcement;
import org.centralino.ui.Icon;
import org.centralino.ui.Icons;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Pressable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolTip;

/** Signal bars: how the call sounds, in words for a screen reader; the numbers in the tooltip, and when pressed. */
final class QualityIndicator extends Pressable {

    private static final int WIDTH = 20;
    private static final int HEIGHT = 16;
    private static final int ICON = 12;
    private static final int CORNER = 6;
    /** Beside the strip, whose buttons must not be covered. */
    private static final int BESIDE = 24;

    private final ToolTip numbers;
    private QualityView shown = new QualityView(0, "", "");

    QualityIndicator(Composite parent) {
        super(parent);
        numbers = new ToolTip(getShell(), SWT.BALLOON);
        numbers.setAutoHide(true);
        addListener(SWT.Dispose, event -> numbers.dispose());
        addListener(SWT.FocusOut, event -> numbers.setVisible(false));
        onPress(this::tell);
    }

    void show(QualityView view) {
        shown = view;
        setName(view.name(), view.detail(), "");
        redraw();
    }

    private void tell() {
        Announcement.say(this, shown.name() + ". " + shown.detail());
        numbers.setText(shown.name());
        numbers.setMessage(shown.detail());
        numbers.setLocation(toDisplay(WIDTH + BESIDE, 0));
        numbers.setVisible(true);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        if (isHovered() || isDown()) {
            gc.setBackground(color(isDown() ? Token.ACCENT_SOFT : Token.HOVER));
            gc.fillRoundRectangle(0, 0, WIDTH, HEIGHT, CORNER, CORNER);
        }
        if (showsFocus()) {
            gc.setForeground(color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(1, 1, WIDTH - 2, HEIGHT - 2, CORNER, CORNER);
        }
        int x = (WIDTH - ICON) / 2;
        int y = (HEIGHT - ICON) / 2;
        Icons icons = Icons.of(getDisplay());
        icons.draw(gc, Icon.SIGNAL_4.url(), color(Token.LINE), ICON, x, y);
        icons.draw(gc, icon(shown.bars()).url(), color(ink(shown.bars())), ICON, x, y);
    }

    private static Icon icon(int bars) {
        return switch (bars) {
            case 0 -> Icon.SIGNAL_0;
            case 1 -> Icon.SIGNAL_1;
            case 2 -> Icon.SIGNAL_2;
            case 3 -> Icon.SIGNAL_3;
            default -> Icon.SIGNAL_4;
        };
    }

    private static Token ink(int bars) {
        return bars <= 1 ? Token.BUSY : bars == 2 ? Token.RINGING : Token.FREE;
    }
}
