/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** In place of the list where there is nobody: why, and what can be done. */
final class EmptyPane extends Composite {

    private static final int MARGIN = 16;

    private final ListView.Empty shown;

    EmptyPane(Composite parent, ListView.Empty empty, DirectoryPresenter presenter, Runnable sources) {
        super(parent, SWT.NO_FOCUS);
        shown = empty;
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Token.WINDOW);
        GridLayout grid = new GridLayout(1, false);
        grid.marginTop = MARGIN;
        grid.marginWidth = MARGIN;
        grid.verticalSpacing = 6;
        setLayout(grid);
        TextLine title = new TextLine(this, SWT.LEFT);
        title.setRun(Run.bold(empty.title()));
        GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
        line.widthHint = 1;
        title.setLayoutData(line);
        if (!empty.detail().isEmpty()) {
            Label detail = new Label(this, SWT.WRAP);
            detail.setText(empty.detail());
            detail.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
            theme.surface(detail, Token.WINDOW);
            theme.follow(detail, () -> detail.setForeground(theme.color(Token.DIM)));
            GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = 1;
            detail.setLayoutData(data);
        }
        Composite row = new Composite(this, SWT.NO_FOCUS);
        theme.surface(row, Token.WINDOW);
        RowLayout buttons = new RowLayout();
        buttons.marginLeft = 0;
        buttons.spacing = 6;
        row.setLayout(buttons);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        if (!empty.number().isEmpty()) {
            button(row, NLS.bind(Messages.callTyped, empty.number()), PillButton.Look.FILLED)
                    .onPress(() -> presenter.call(empty.number()));
        }
        if (empty.create()) {
            button(row, Messages.newContact, PillButton.Look.OUTLINE).onPress(presenter::create);
        }
        if (empty.sources()) {
            button(row, Messages.showSources, PillButton.Look.OUTLINE).onPress(sources);
        }
    }

    boolean shows(ListView.Empty empty) {
        return shown.equals(empty);
    }

    private static PillButton button(Composite parent, String word, PillButton.Look look) {
        PillButton button = new PillButton(parent, look);
        button.setFace(null, word, "");
        button.setName(word, "", "");
        return button;
    }
}
