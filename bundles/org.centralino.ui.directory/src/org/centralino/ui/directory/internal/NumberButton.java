/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.centralino.directory.Phone;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Icons;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Pressable;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A number that can be chosen, with what it is for. */
final class NumberButton extends Pressable {

    static final int HEIGHT = 36;
    private static final int PADDING = 10;
    private static final int ICON = 14;
    private static final int CORNER = 12;

    private final Phone phone;

    NumberButton(Composite parent, Phone phone) {
        super(parent);
        this.phone = phone;
        setName(NLS.bind(Messages.callNumber, Words.within(phone.number()), Words.type(phone.type())), "", "");
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, HEIGHT);
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        boolean here = isFocusControl();
        if (here || isHovered() || isDown()) {
            gc.setBackground(color(here ? Token.SELECTION : Token.HOVER));
            gc.fillRoundRectangle(0, 0, size.x, size.y, CORNER, CORNER);
        }
        int x = PADDING;
        Icons.of(getDisplay()).draw(gc, Icon.CALL.url(), color(Token.ACCENT), ICON, x, (size.y - ICON) / 2);
        x += ICON + 8;
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
        String type = Words.type(phone.type());
        int typeWidth = gc.textExtent(type, SWT.DRAW_TRANSPARENT).x;
        gc.setForeground(color(Token.DIM));
        gc.drawText(
                type,
                size.x - PADDING - typeWidth,
                (size.y - gc.getFontMetrics().getHeight()) / 2,
                SWT.DRAW_TRANSPARENT);
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, true));
        gc.setForeground(color(Token.TEXT));
        String number = TextLine.shorten(gc, phone.number(), size.x - x - 2 * PADDING - typeWidth);
        gc.drawText(number, x, (size.y - gc.getFontMetrics().getHeight()) / 2, SWT.DRAW_TRANSPARENT);
    }
}
