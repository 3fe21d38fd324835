/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.net.URL;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icons;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/**
 * A round button with an icon and a caption under it, and a small sign at its edge where it has one. Caption and sign are
 * drawn only: the name and the description are what is read.
 */
public final class RoundButton extends Pressable {

    private static final int CIRCLE = 48;
    private static final int RING = 2;
    private static final int WIDTH = CIRCLE + 2 * RING;
    private static final int CAPTION = 18;
    private static final int ICON = 20;
    private static final int BADGE = 18;
    private static final int SIGN = 12;

    private @Nullable URL icon;
    private @Nullable URL sign;
    private Token signInk = Token.TEXT;
    private String caption = "";
    private Look look = Look.PLAIN;

    /** How it is filled. */
    public enum Look {
        /** Quiet. */
        PLAIN(Token.CARD, Token.LINE, Token.TEXT),
        /** It will act when it can, or waits for something. */
        ARMED(Token.CARD, Token.RINGING, Token.RINGING),
        /** It is on. */
        ON(Token.ACCENT, Token.ACCENT, Token.ON_ACCENT),
        /** It is on, and red by convention: recording, hanging up. */
        RED(Token.RED, Token.RED, Token.ON_RED);

        final Token fill;
        final Token border;
        final Token ink;

        Look(Token fill, Token border, Token ink) {
            this.fill = fill;
            this.border = border;
            this.ink = ink;
        }
    }

    public RoundButton(Composite parent) {
        super(parent);
    }

    /** Shows this. */
    public void setFace(@Nullable URL svg, String text, Look style) {
        if (svg != icon || !caption.equals(text) || look != style) {
            icon = svg;
            caption = text;
            look = style;
            redraw();
        }
    }

    /** Puts a small sign at the edge, for what colour alone would say; null: none. */
    public void setBadge(@Nullable URL svg, Token ink) {
        if (svg != sign || signInk != ink) {
            sign = svg;
            signInk = ink;
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(WIDTH, WIDTH + CAPTION);
    }

    @Override
    protected void paint(GC gc) {
        int width = getSize().x;
        int circle = Math.min(CIRCLE, width - 2 * RING);
        int x = (width - circle) / 2;
        gc.setAntialias(SWT.ON);
        if (!isEnabled()) {
            gc.setAlpha(100);
        }
        gc.setBackground(color(fill()));
        gc.fillOval(x, RING, circle, circle);
        if (look == Look.PLAIN || look == Look.ARMED) {
            gc.setForeground(color(isHovered() ? Token.DIM : look.border));
            gc.drawOval(x, RING, circle - 1, circle - 1);
        }
        if (showsFocus()) {
            gc.setForeground(color(Token.ACCENT));
            gc.setLineWidth(RING);
            if (look == Look.ON || look == Look.RED) {
                gc.setForeground(color(Token.CARD));
                gc.drawOval(x + 2, RING + 2, circle - 5, circle - 5);
                gc.setForeground(color(Token.ACCENT));
            }
            gc.drawOval(x - 1, 1, circle + 1, circle + 1);
        }
        int size = look == Look.RED ? ICON + 4 : ICON;
        Icons.of(getDisplay())
                .draw(gc, icon, color(look.ink), size, x + (circle - size) / 2, RING + (circle - size) / 2);
        paintBadge(gc, x + circle - BADGE + RING);
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
        gc.setForeground(color(Token.DIM));
        Point text = gc.textExtent(caption, SWT.DRAW_TRANSPARENT);
        gc.drawText(caption, (width - text.x) / 2, WIDTH + 2, SWT.DRAW_TRANSPARENT);
    }

    private void paintBadge(GC gc, int x) {
        if (sign == null) {
            return;
        }
        int y = WIDTH - BADGE;
        gc.setLineWidth(1);
        gc.setBackground(color(Token.CARD));
        gc.fillOval(x, y, BADGE, BADGE);
        gc.setForeground(color(Token.LINE));
        gc.drawOval(x, y, BADGE - 1, BADGE - 1);
        int inset = (BADGE - SIGN) / 2;
        Icons.of(getDisplay()).draw(gc, sign, color(signInk), SIGN, x + inset, y + inset);
    }

    private Token fill() {
        if (!isHovered() && !isDown()) {
            return look.fill;
        }
        return switch (look) {
            case RED -> Token.RED_HOVER;
            case ON -> Token.ACCENT_HOVER;
            default -> isDown() ? Token.ACCENT_SOFT : Token.HOVER;
        };
    }
}
