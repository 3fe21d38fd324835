/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.net.URL;
import java.text.Bidi;
import java.util.List;
import org.centralino.directory.Match.Span;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Icons;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Initials;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;

/** Draws a row: initials, name with what was typed in bold, and a line with department and number. */
final class RowPainter {

    static final int HEIGHT = 48;
    static final int CORNER = 12;

    private static final int FLAGS = SWT.DRAW_TRANSPARENT;
    private static final int LEFT = 8;
    private static final int FACE = 32;
    private static final int TEXT = LEFT + FACE + 10;
    private static final int GAP = 8;
    private static final int STAR = 12;
    private static final String DOT = " \u00b7 ";
    private static final @Nullable URL STAR_ICON = RowPainter.class.getResource("/icons/star.svg");

    private final Display display;
    private final GC gc;
    private final Theme theme;
    private int x;
    private int end;

    RowPainter(Display display, GC gc) {
        this.display = display;
        this.gc = gc;
        theme = Theme.of(display);
        gc.setAntialias(SWT.ON);
    }

    /**
     * @param right where what the row says has to end
     * @param kind whether there is room for the word for who is external
     */
    void paint(RowView row, int right, boolean kind) {
        face(row.name());
        end = right;
        if (kind && !row.kind().isEmpty()) {
            font(Fonts.SMALL, false);
            int wide = gc.textExtent(row.kind(), FLAGS).x;
            if (end - wide > 2 * TEXT) {
                gc.setForeground(theme.color(Token.DIM));
                gc.drawText(
                        row.kind(), end - wide, (HEIGHT - gc.getFontMetrics().getHeight()) / 2, FLAGS);
                end -= wide + GAP;
            }
        }
        int all = end;
        x = TEXT;
        if (row.favourite()) {
            end -= STAR + 4;
        }
        name(row);
        end = all;
        if (row.favourite()) {
            Icons.of(display).draw(gc, STAR_ICON, theme.color(Token.RINGING), STAR, x + 4, 9);
        }
        x = TEXT;
        font(Fonts.SMALL, false);
        second(row.why(), Token.DIM, !row.where().isEmpty() || !row.number().isEmpty());
        // the number is said whole before the department is
        int number = row.number().isEmpty() ? 0 : gc.textExtent(DOT + row.number(), FLAGS).x;
        end = Math.max(all - number, x + (all - x) / 3);
        second(row.where(), Token.DIM, false);
        end = all;
        if (!row.where().isEmpty() && !row.number().isEmpty()) {
            second(DOT, Token.DIM, false);
        }
        if (row.found()) {
            font(Fonts.SMALL, true);
        }
        second(row.number(), row.found() ? Token.TEXT : Token.DIM, false);
    }

    /** A row whose contact is not here yet. */
    void paintPending() {
        gc.setBackground(theme.color(Token.HOVER));
        gc.fillOval(LEFT, (HEIGHT - FACE) / 2, FACE, FACE);
        gc.fillRoundRectangle(TEXT, 12, 120, 9, 8, 8);
        gc.fillRoundRectangle(TEXT, 29, 80, 7, 8, 8);
    }

    private void face(String name) {
        int y = (HEIGHT - FACE) / 2;
        gc.setBackground(theme.color(Token.ACCENT_SOFT));
        gc.fillOval(LEFT, y, FACE, FACE);
        String initials = Initials.of(name);
        if (initials.isEmpty()) {
            int size = FACE / 2;
            int inset = (FACE - size) / 2;
            Icons.of(display).draw(gc, Icon.CALL.url(), theme.color(Token.ACCENT), size, LEFT + inset, y + inset);
            return;
        }
        gc.setForeground(theme.color(Token.ACCENT));
        font(FACE * 7 / 20, true);
        Point text = gc.textExtent(initials, FLAGS);
        gc.drawText(initials, LEFT + (FACE - text.x) / 2, y + (FACE - text.y) / 2, FLAGS);
    }

    private void name(RowView row) {
        gc.setForeground(theme.color(Token.TEXT));
        String name = row.name();
        char[] characters = name.toCharArray();
        if (Bidi.requiresBidi(characters, 0, characters.length)) {
            font(Fonts.TEXT, !row.bold().isEmpty()); // pieces of it could change their places
            piece(name, 5);
            return;
        }
        int from = 0;
        for (Span span : within(row.bold(), name.length())) {
            font(Fonts.TEXT, false);
            piece(name.substring(from, span.start()), 5);
            font(Fonts.TEXT, true);
            piece(name.substring(span.start(), span.end()), 5);
            from = span.end();
        }
        font(Fonts.TEXT, false);
        piece(name.substring(from), 5);
    }

    private static List<Span> within(List<Span> spans, int length) {
        return spans.stream()
                .filter(span -> span.start() >= 0 && span.start() < span.end() && span.end() <= length)
                .toList();
    }

    private void second(String text, Token token, boolean dot) {
        gc.setForeground(theme.color(token));
        piece(text, 26);
        if (dot && !text.isEmpty()) {
            piece(DOT, 26);
        }
    }

    /** Draws as much of it as there is room for. */
    private void piece(String text, int y) {
        if (text.isEmpty() || x >= end) {
            return;
        }
        String shown = TextLine.shorten(gc, text, end - x);
        gc.drawText(shown, x, y, FLAGS);
        x += gc.textExtent(shown, FLAGS).x;
        if (!shown.equals(text)) {
            end = x; // nothing comes after an ellipsis
        }
    }

    private void font(int pixels, boolean bold) {
        gc.setFont(Fonts.of(display).get(pixels, bold));
    }
}
