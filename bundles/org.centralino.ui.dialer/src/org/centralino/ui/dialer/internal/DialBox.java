/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

import org.centralino.ui.AccessibleName;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Icons;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.IconButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The box itself: a native text field in a card, what Enter does, the dialpad's button and the dial button at its end. */
final class DialBox extends Composite {

    private static final int ICON = 18;
    private static final int LEFT = 12;
    private static final int TEXT = 15;
    /** Between what is typed and the hint; and less than this is no hint. */
    private static final int GAP = 12;

    private static final int LEAST = 72;

    final Text text;
    private final Card card;
    private final TextLine hint;
    private final GridData hintData = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
    final IconButton dialpad;
    final IconButton dial;

    DialBox(Composite parent) {
        super(parent, SWT.NO_FOCUS);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        card = new Card(this);
        GridLayout grid = new GridLayout(4, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.marginLeft = LEFT + ICON + 8;
        grid.marginRight = 6;
        grid.marginTop = 6;
        grid.marginBottom = 6;
        grid.horizontalSpacing = 2;
        card.setLayout(grid);
        card.addListener(
                SWT.Paint,
                event -> Icons.of(getDisplay())
                        .draw(
                                event.gc,
                                Icon.SEARCH.url(),
                                theme.color(Token.DIM),
                                ICON,
                                LEFT,
                                (card.getSize().y - ICON) / 2));
        text = new Text(card, SWT.SINGLE);
        theme.field(text);
        text.setFont(Fonts.of(getDisplay()).get(TEXT, false));
        text.setMessage(Messages.box);
        AccessibleName.set(text, Messages.box);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        text.addListener(SWT.FocusIn, event -> card.setBorder(Token.ACCENT, 2));
        text.addListener(SWT.FocusOut, event -> card.setBorder(Token.LINE, 1));
        hint = new TextLine(card, SWT.RIGHT);
        hintData.exclude = true;
        hint.setLayoutData(hintData);
        hint.setVisible(false);
        text.addListener(SWT.Resize, event -> getDisplay().asyncExec(this::place));
        dialpad = new IconButton(card, Icon.KEYPAD.url(), Token.DIM);
        dialpad.setExpanded(false);
        dial = new IconButton(card, Icon.CALL.url(), Token.ACCENT);
        dial.setName(Messages.dial, "", Messages.dialKey);
    }

    /** Says at the end of the box what Enter does; only where there is room beside what is typed. */
    void showHint(String words) {
        if (!hint.text().equals(words)) {
            hint.setRun(Run.dim(words));
        }
        place();
    }

    private void place() {
        if (isDisposed()) {
            return;
        }
        int typed = width(text.getText());
        int both = text.getSize().x + (hintData.exclude ? 0 : hint.getSize().x);
        int room = both - typed - GAP;
        int wanted = hint.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + GAP / 2;
        boolean shown = typed > 0 && !hint.text().isEmpty() && room >= Math.min(wanted, LEAST);
        int width = Math.min(wanted, room);
        if (shown == hintData.exclude || shown && hintData.widthHint != width) {
            hintData.exclude = !shown;
            hintData.widthHint = width;
            hint.setVisible(shown);
            card.layout();
        }
    }

    private int width(String words) {
        GC gc = new GC(text);
        try {
            gc.setFont(text.getFont());
            return gc.textExtent(words).x;
        } finally {
            gc.dispose();
        }
    }
}
