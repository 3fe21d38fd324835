/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Display;

/** Text in as many lines as it needs, at most so many; one line of them may be broken within a word that is too long. */
final class Lines {

    private static final String ELLIPSIS = "\u2026";

    private final Display display;
    private final Font font;
    private final String text;
    private final int most;

    Lines(Display display, Font font, String text, int most) {
        this.display = display;
        this.font = font;
        this.text = text;
        this.most = most;
    }

    /** How large it is when there is so much room; beyond 0 only. */
    Point size(int width) {
        TextLayout layout = layout(width);
        try {
            return new Point(layout.getBounds().width, text.isEmpty() ? 0 : layout.getBounds().height);
        } finally {
            layout.dispose();
        }
    }

    /** Draws it in the foreground; returns whether something had to be left out. */
    boolean draw(GC gc, int x, int y, int width) {
        TextLayout layout = layout(width);
        try {
            layout.draw(gc, x, y);
            return !layout.getText().equals(text);
        } finally {
            layout.dispose();
        }
    }

    private TextLayout layout(int width) {
        TextLayout layout = new TextLayout(display);
        layout.setFont(font);
        layout.setText(text);
        if (width > 0) {
            layout.setWidth(width);
            int end = layout.getLineCount() > most ? layout.getLineOffsets()[most] : 0;
            while (end > 1 && layout.getLineCount() > most) {
                end = text.offsetByCodePoints(end, -1);
                layout.setText(text.substring(0, end).stripTrailing() + ELLIPSIS);
            }
        }
        return layout;
    }
}
