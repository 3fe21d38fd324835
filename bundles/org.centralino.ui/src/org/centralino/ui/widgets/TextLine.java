/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icons;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * One line of text, in the accessibility tree a label. What does not fit ends in an ellipsis and is whole in the tooltip
 * and for a screen reader. A new text repaints and lays out nothing.
 */
public final class TextLine extends Canvas {

    private static final int ICON_GAP = 4;
    private static final String ELLIPSIS = "\u2026";
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final int LEAST = 32;
    private static final int FLAGS = SWT.DRAW_TRANSPARENT;

    private final Theme theme;
    private final Fonts fonts;
    private final boolean right;
    private List<Run> runs = List.of();
    private String text = "";
    private @Nullable URL icon;
    private Token iconToken = Token.DIM;
    private int iconSize;
    private boolean cut;
    private String meaning = "";

    /** @param style SWT.LEFT or SWT.RIGHT */
    public TextLine(Composite parent, int style) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        theme = Theme.of(getDisplay());
        fonts = Fonts.of(getDisplay());
        right = (style & SWT.RIGHT) != 0;
        theme.surface(this, Theme.surfaceOf(parent));
        theme.follow(this, this::redraw);
        addListener(SWT.Paint, event -> paint(event.gc));
        getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = text));
        getAccessible().addAccessibleListener(AccessibleListener.getDescriptionAdapter(e -> e.result = meaning));
        getAccessible().addAccessibleControlListener(new RoleAndState(() -> ACC.ROLE_LABEL, () -> ACC.STATE_NORMAL));
    }

    /** Shows these, one after the other. */
    public void setRuns(List<Run> pieces) {
        if (!runs.equals(pieces)) {
            runs = List.copyOf(pieces);
            text = runs.stream().map(Run::text).collect(Collectors.joining());
            getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
            redraw();
        }
    }

    /** Shows this. */
    public void setRun(Run piece) {
        setRuns(piece.text().isEmpty() ? List.of() : List.of(piece));
    }

    /** Puts an icon before the text; null takes it away. */
    public void setIcon(@Nullable URL svg, Token token, int size) {
        icon = svg;
        iconToken = token;
        iconSize = size;
        redraw();
    }

    /** What the icon says, in words: in the tooltip, and for a screen reader the description; empty for nothing. */
    public void setMeaning(String words) {
        if (!meaning.equals(words)) {
            meaning = words;
            getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
            redraw();
        }
    }

    /** What a screen reader reads. */
    public String text() {
        return text;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        try {
            int height = runs.isEmpty()
                    ? 0
                    : runs.stream().mapToInt(r -> height(gc, r)).max().orElse(0);
            int width = iconWidth()
                    + runs.stream().mapToInt(r -> steadyWidth(gc, r)).sum();
            return new Point(
                    widthHint == SWT.DEFAULT ? width : widthHint,
                    heightHint == SWT.DEFAULT ? Math.max(height, icon == null ? 0 : iconSize) : heightHint);
        } finally {
            gc.dispose();
        }
    }

    private int iconWidth() {
        return icon == null ? 0 : iconSize + ICON_GAP;
    }

    private void paint(GC gc) {
        Point size = getSize();
        int content = runs.stream().mapToInt(r -> width(gc, r)).sum() + iconWidth();
        cut = content > size.x;
        setToolTip(tip());
        int x = right && !cut ? size.x - content : 0;
        int height = runs.stream().mapToInt(r -> height(gc, r)).max().orElse(0);
        int baseline = (size.y - height) / 2
                + runs.stream().mapToInt(r -> ascent(gc, r)).max().orElse(0);
        if (icon != null) {
            Icons.of(getDisplay()).draw(gc, icon, theme.color(iconToken), iconSize, x, (size.y - iconSize) / 2);
            x += iconWidth();
        }
        for (Run run : runs) {
            int room = size.x - x;
            if (cut && icon != null && room < LEAST) {
                break; // a letter and dots say less than the icon alone
            }
            int wide = width(gc, run);
            Color color = theme.color(run.token());
            gc.setForeground(color);
            gc.drawText(wide > room ? shorten(gc, run.text(), room) : run.text(), x, baseline - ascent(gc, run), FLAGS);
            x += wide;
            if (x >= size.x) {
                break;
            }
        }
    }

    private @Nullable String tip() {
        String whole = cut ? meaning.isEmpty() ? text : text + "\n" + meaning : meaning;
        return whole.isEmpty() ? null : whole;
    }

    private void setToolTip(@Nullable String tip) {
        String now = getToolTipText();
        if (tip == null ? now != null : !tip.equals(now)) {
            setToolTipText(tip);
        }
    }

    private int width(GC gc, Run run) {
        gc.setFont(fonts.get(run.pixels(), run.bold()));
        return gc.textExtent(run.text(), FLAGS).x;
    }

    /** The width with every digit as wide as a zero, so that a clock that goes on still fits. */
    private int steadyWidth(GC gc, Run run) {
        return width(gc, new Run(DIGIT.matcher(run.text()).replaceAll("0"), run.token(), run.pixels(), run.bold()));
    }

    private int height(GC gc, Run run) {
        gc.setFont(fonts.get(run.pixels(), run.bold()));
        return gc.getFontMetrics().getHeight();
    }

    private int ascent(GC gc, Run run) {
        gc.setFont(fonts.get(run.pixels(), run.bold()));
        return gc.getFontMetrics().getAscent() + gc.getFontMetrics().getLeading();
    }

    /**
     * As much of a text as there is room for in the font that is set, with an ellipsis at its end; the text itself where
     * all of it fits. Display thread only.
     *
     * @param room in points
     */
    public static String shorten(GC gc, String text, int room) {
        if (gc.textExtent(text, FLAGS).x <= room) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (gc.textExtent(text.substring(0, middle) + ELLIPSIS, FLAGS).x <= room) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        int end = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1)) ? fits - 1 : fits;
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
