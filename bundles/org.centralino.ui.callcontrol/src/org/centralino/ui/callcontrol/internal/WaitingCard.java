/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.List;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** One call that waits: who, since when, and what can be done with it. */
final class WaitingCard extends Composite {

    private static final String COMMAND = "org.centralino.ui.callcontrol.";

    private final CallControlPresenter presenter;
    private final Card card;
    private final TextLine title;
    private final TextLine time;
    private final TextLine detail;
    private final Composite pills;
    private @Nullable WaitingView shown;

    WaitingCard(Composite parent, CallControlPresenter presenter) {
        super(parent, SWT.NO_FOCUS);
        this.presenter = presenter;
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        card = new Card(this);
        GridLayout grid = grid(1);
        grid.marginLeft = 16;
        grid.marginRight = 10;
        grid.marginTop = 8;
        grid.marginBottom = 6;
        card.setLayout(grid);
        Composite above = row(2);
        title = line(above);
        time = new TextLine(above, SWT.RIGHT);
        time.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        Composite below = row(2);
        detail = line(below);
        pills = new Composite(below, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(pills, Token.CARD);
        pills.setLayout(grid(2));
    }

    /** Shows it; true when it wants another layout. */
    boolean show(WaitingView view) {
        WaitingView before = shown;
        shown = view;
        card.setBar(view.incoming() ? Token.ACCENT : Token.RINGING);
        title.setRuns(List.of(Run.bold(view.kind()), Run.text(" \u00b7 " + view.name())));
        detail.setRun(Run.dim(view.number()));
        time.setRun(Run.dim(view.time()));
        if (before != null
                && before.incoming() == view.incoming()
                && before.first() == view.first()
                && before.name().equals(view.name())) {
            return before.time().length() != view.time().length();
        }
        fill(view);
        return true;
    }

    private void fill(WaitingView view) {
        for (var old : pills.getChildren()) {
            old.dispose();
        }
        if (!view.incoming()) {
            PillButton back = pill(PillButton.Look.OUTLINE, Messages.back, "");
            back.setName(NLS.bind(Messages.backTo, view.name()), "", "");
            back.onPress(() -> presenter.goBackTo(view.id()));
            return;
        }
        boolean first = view.first();
        PillButton decline = pill(PillButton.Look.DANGER, Messages.decline, "");
        decline.setName(
                first ? Messages.decline : NLS.bind(Messages.declineNamed, view.name()),
                view.name(),
                first ? DeskCommand.key(COMMAND + "decline") : "");
        decline.onPress(() -> presenter.decline(view.id()));
        String key = first ? DeskCommand.key(COMMAND + "answer") : "";
        PillButton answer = pill(PillButton.Look.FILLED, Messages.answer, key);
        answer.setName(first ? Messages.answer : NLS.bind(Messages.answerNamed, view.name()), view.name(), key);
        answer.onPress(() -> presenter.answer(view.id()));
    }

    private PillButton pill(PillButton.Look look, String word, String key) {
        PillButton button = new PillButton(pills, look);
        button.setFace(look == PillButton.Look.OUTLINE ? Icon.BACK_TO_CALL.url() : null, word, key);
        return button;
    }

    private Composite row(int columns) {
        Composite row = new Composite(card, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(row, Token.CARD);
        row.setLayout(grid(columns));
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return row;
    }

    private static GridLayout grid(int columns) {
        GridLayout grid = new GridLayout(columns, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 4;
        grid.verticalSpacing = 2;
        return grid;
    }

    private static TextLine line(Composite parent) {
        TextLine line = new TextLine(parent, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = 20;
        data.widthHint = 1; // takes what is there, asks for nothing
        line.setLayoutData(data);
        return line;
    }
}
