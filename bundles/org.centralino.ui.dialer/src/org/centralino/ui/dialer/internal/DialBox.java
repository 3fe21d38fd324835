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
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The box itself: a native text field in a card, the dialpad's button and the dial button at its end. */
final class DialBox extends Composite {

    private static final int ICON = 18;
    private static final int LEFT = 12;
    private static final int TEXT = 15;

    final Text text;
    final IconButton dialpad;
    final IconButton dial;

    DialBox(Composite parent) {
        super(parent, SWT.NO_FOCUS);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        Card card = new Card(this);
        GridLayout grid = new GridLayout(3, false);
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
        dialpad = new IconButton(card, Icon.KEYPAD.url(), Token.DIM);
        dialpad.setExpanded(false);
        dial = new IconButton(card, Icon.CALL.url(), Token.ACCENT);
        dial.setName(Messages.dial, "", Messages.dialKey);
    }
}
