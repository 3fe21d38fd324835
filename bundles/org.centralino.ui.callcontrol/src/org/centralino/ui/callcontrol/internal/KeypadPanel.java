/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.Pad;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** The keypad under the strip: a tone sounds as long as its key is held; what was sent stands above the keys. */
final class KeypadPanel extends Composite {

    private final TextLine digits;
    private final Pad pad;

    KeypadPanel(Composite parent, CallControlPresenter presenter) {
        super(parent, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        Card card = new Card(this);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        layout.verticalSpacing = 8;
        card.setLayout(layout);
        digits = new TextLine(card, SWT.LEFT);
        GridData line = new GridData(SWT.FILL, SWT.TOP, true, false);
        line.heightHint = 20;
        line.widthHint = 1;
        digits.setLayoutData(line);
        pad = new Pad(card, KeypadPanel::name, new Pad.Listener() {
            @Override
            public void keyDown(char key) {
                presenter.toneDown(key);
            }

            @Override
            public void keyUp(char key) {
                presenter.toneUp();
            }
        });
        pad.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        pad.onKey(event -> {
            if (event.character == SWT.ESC) {
                presenter.setKeypadOpen(false);
            }
        });
    }

    void show(String sent) {
        // the end is what was typed last, so the beginning goes when it grows long
        String tail = sent.length() > 28 ? "\u2026" + sent.substring(sent.length() - 28) : sent;
        digits.setRun(sent.isEmpty() ? Run.dim(Messages.sentNothing) : new Run(tail, Token.TEXT, Fonts.TEXT, true));
    }

    void takeFocus() {
        if (!isDisposed() && isVisible()) {
            pad.setFocus();
        }
    }

    private static String name(char key) {
        return switch (key) {
            case '*' -> Messages.star;
            case '#' -> Messages.pound;
            default -> NLS.bind(Messages.digit, key);
        };
    }
}
