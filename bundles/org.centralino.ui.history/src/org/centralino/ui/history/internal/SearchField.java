/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.function.Consumer;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Icons;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** A native text field in a card. Escape selects what is typed, then clears it. */
final class SearchField extends Composite {

    private static final int ICON = 18;
    private static final int LEFT = 12;
    private static final int AROUND = 9;

    private final Text text;
    private final Runnable down;

    /** @param down what the arrow down does */
    SearchField(Composite parent, @NonNullByDefault({}) Consumer<String> typed, Runnable down) {
        super(parent, SWT.NO_FOCUS);
        this.down = down;
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        Card card = new Card(this);
        GridLayout grid = new GridLayout(1, false);
        grid.marginWidth = 0;
        grid.marginHeight = AROUND;
        grid.marginLeft = LEFT + ICON + 8;
        grid.marginRight = LEFT;
        card.setLayout(grid);
        card.addListener(SWT.Paint, event -> {
            int y = (card.getSize().y - ICON) / 2;
            Icons.of(getDisplay()).draw(event.gc, Icon.SEARCH.url(), theme.color(Token.DIM), ICON, LEFT, y);
        });
        text = new Text(card, SWT.SINGLE);
        theme.field(text);
        text.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, false));
        text.setMessage(Messages.search);
        AccessibleName.set(text, Messages.search);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        text.addListener(SWT.FocusIn, event -> card.setBorder(Token.ACCENT, 2));
        text.addListener(SWT.FocusOut, event -> card.setBorder(Token.LINE, 1));
        text.addListener(SWT.Modify, event -> typed.accept(text.getText()));
        text.addListener(SWT.KeyDown, this::key);
        // with something typed it is a step back here, else one out of the view
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = text.getCharCount() == 0;
            }
        });
    }

    @Override
    public boolean setFocus() {
        return text.setFocus();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.character == SWT.CR) {
            event.doit = false;
            down.run();
        } else if (event.character == SWT.ESC) {
            event.doit = false;
            if (text.getSelectionCount() < text.getCharCount()) {
                text.selectAll();
            } else {
                text.setText("");
            }
        }
    }
}
