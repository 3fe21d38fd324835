/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.util.List;
import java.util.function.IntConsumer;
import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * One of several texts: pressed it opens a menu of them, the arrow keys go from one to the next. In place of a native
 * combo box, whose focus no screen reader is told of on GTK. Its accessible name is what it is for and what is chosen.
 */
public final class ChoiceButton extends Pressable {

    private static final int HEIGHT = 34;
    private static final int PADDING = 10;
    private static final int CHEVRON = 8;
    private static final int CORNER = 8;
    private static final int LEAST = 80;
    /** A menu has no width of its own: beyond this a text would leave the screen. */
    private static final int LONGEST = 72;

    private final String purpose;
    private List<String> options = List.of();
    private int chosen = -1;
    private IntConsumer listener = index -> {};

    public ChoiceButton(Composite parent, String purpose) {
        super(parent);
        this.purpose = purpose;
        onPress(this::open);
        addListener(SWT.KeyDown, this::arrow);
        addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ARROW_NEXT || event.detail == SWT.TRAVERSE_ARROW_PREVIOUS) {
                event.doit = false;
            }
        });
    }

    /** Shows these; {@code index} of -1 chooses none. */
    public void setOptions(List<String> texts, int index) {
        options = List.copyOf(texts);
        chosen = index;
        setName(purpose + ": " + text(), "", "");
        redraw();
    }

    /** What is told when another was chosen here. */
    @NonNullByDefault({})
    public void onChoose(IntConsumer told) {
        listener = told;
    }

    private String text() {
        return chosen >= 0 && chosen < options.size() ? options.get(chosen) : "";
    }

    private void choose(int index) {
        if (index >= 0 && index < options.size() && index != chosen) {
            setOptions(options, index);
            listener.accept(index);
        }
    }

    private void arrow(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            choose(chosen + 1);
        } else if (event.keyCode == SWT.ARROW_UP) {
            choose(chosen - 1);
        }
    }

    private void open() {
        Menu menu = new Menu(this);
        for (int i = 0; i < options.size(); i++) {
            int index = i;
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(menuText(options.get(i)));
            item.setSelection(i == chosen);
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    choose(index);
                }
            });
        }
        setExpanded(true);
        menu.addListener(SWT.Hide, event -> {
            setExpanded(false);
            // the choice is told after the menu is hidden
            getDisplay().asyncExec(menu::dispose);
        });
        menu.setLocation(toDisplay(0, getSize().y));
        menu.setVisible(true);
    }

    private static String menuText(String option) {
        String shown =
                option.length() > LONGEST ? option.substring(0, LONGEST - 1).stripTrailing() + "\u2026" : option;
        return shown.replace("&", "&&");
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? LEAST : widthHint, HEIGHT);
    }

    @Override
    protected void paint(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        if (isHovered()) {
            gc.setBackground(color(Token.HOVER));
            gc.fillRoundRectangle(0, 0, size.x - 1, size.y - 1, CORNER, CORNER);
        }
        gc.setForeground(color(showsFocus() ? Token.ACCENT : Token.DIM));
        gc.setLineWidth(showsFocus() ? 2 : 1);
        int inset = showsFocus() ? 1 : 0;
        gc.drawRoundRectangle(inset, inset, size.x - 1 - inset, size.y - 1 - inset, CORNER, CORNER);
        gc.setForeground(color(Token.DIM));
        gc.setLineWidth(2);
        int x = size.x - PADDING - CHEVRON;
        int y = size.y / 2 - 2;
        gc.drawPolyline(new int[] {x, y, x + CHEVRON / 2, y + CHEVRON / 2, x + CHEVRON, y});
        gc.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, false));
        gc.setForeground(color(Token.TEXT));
        int room = x - 2 * PADDING;
        boolean fits = gc.textExtent(text(), SWT.DRAW_TRANSPARENT).x <= room;
        String shown = fits ? text() : TextLine.shorten(gc, text(), room);
        gc.drawText(shown, PADDING, (size.y - gc.getFontMetrics().getHeight()) / 2, SWT.DRAW_TRANSPARENT);
    }
}
