/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Display;

/** The fonts in use, by pixels at 100 %. One for each display; display thread only. */
public final class Fonts {

    /** Text. */
    public static final int TEXT = 14;

    /** Secondary text. */
    public static final int SMALL = 12;

    private static final String KEY = Fonts.class.getName();
    private static final String PREFERRED = "Inter";
    private static final String PREFERRED_SEMI_BOLD = "Inter Semi Bold";
    /** Windows and Linux count 96 pixels to the inch of 72 points, macOS 72. */
    private static final float POINTS = "cocoa".equals(SWT.getPlatform()) ? 1f : 0.75f;

    private final Map<Integer, Font> fonts = new HashMap<>();
    private final Display display;
    private final String family;
    private final boolean semiBold;

    private Fonts(Display display) {
        this.display = display;
        semiBold = display.getFontList(PREFERRED_SEMI_BOLD, true).length > 0;
        family = display.getFontList(PREFERRED, true).length > 0
                ? PREFERRED
                : display.getSystemFont().getFontData()[0].getName();
        display.disposeExec(() -> fonts.values().forEach(Font::dispose));
    }

    /** The fonts of a display. */
    public static Fonts of(Display display) {
        if (display.getData(KEY) instanceof Fonts fonts) {
            return fonts;
        }
        Fonts fonts = new Fonts(display);
        display.setData(KEY, fonts);
        return fonts;
    }

    /** The font of that many pixels; not to be disposed. */
    public Font get(int pixels, boolean bold) {
        return fonts.computeIfAbsent(pixels * 2 + (bold ? 1 : 0), key -> create(pixels, bold));
    }

    private Font create(int pixels, boolean bold) {
        String name = bold && semiBold ? PREFERRED_SEMI_BOLD : family;
        int style = bold && !semiBold ? SWT.BOLD : SWT.NORMAL;
        // Only the textual form takes fractions of a point: 14 px are 10.5 of them.
        return new Font(display, new FontData("1|" + name + "|" + pixels * POINTS + "|" + style + "|"));
    }
}
