/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.List;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One call that waits: who, why, since when, and what can be done with it. */
final class WaitingCard extends Composite {

    private static final int RECEIPT = 12;

    private final Card card;
    private final TextLine title;
    private final TextLine time;
    private final TextLine detail;
    private final TextLine receipt;
    private final TextLine advice;
    private final WaitingButtons buttons;
    private @Nullable WaitingView shown;

    WaitingCard(Composite parent, CallControlPresenter presenter) {
        super(parent, SWT.NO_FOCUS);
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
        title = line(above, 20);
        time = new TextLine(above, SWT.RIGHT);
        time.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        receipt = line(card, 18);
        advice = line(card, 16);
        Composite below = row(2);
        detail = line(below, 20);
        Composite place = new Composite(below, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(place, Token.CARD);
        buttons = new WaitingButtons(place, presenter);
        DropToTransfer.install(this, card, presenter.transfer(), this::callId);
        for (Control handle : List.of(card, above, below, title, time, receipt, advice, detail)) {
            DropToTransfer.drag(handle, presenter.transfer(), this::view);
        }
    }

    /** Shows it; true when it wants another layout. */
    boolean show(WaitingView view) {
        WaitingView before = shown;
        shown = view;
        card.setBar(
                switch (view.kind()) {
                    case INCOMING, DIALLED -> Token.ACCENT;
                    case UP -> Token.RINGING;
                    case OVER -> Token.DIM;
                });
        card.setReading(view.reading());
        title.setRuns(List.of(Run.bold(view.why()), Run.text(" \u00b7 " + view.name())));
        detail.setRun(Run.dim(Words.joined(view.number(), view.about())));
        time.setRun(Run.dim(view.time()));
        boolean changed =
                before == null || before.time().length() != view.time().length();
        boolean failed = view.receipt().failed();
        Token told = failed ? Token.BUSY : Token.TEXT;
        receipt.setIcon(failed ? Icon.WARNING.url() : Icon.TRANSFER.url(), told, RECEIPT);
        changed |= OptionalLine.show(receipt, new Run(view.receipt().text(), told, Fonts.SMALL, true));
        changed |= OptionalLine.show(advice, Run.dim(view.receipt().advice()));
        return buttons.show(view) | changed;
    }

    /** What can be pressed, from left to right. */
    List<Control> stops() {
        return buttons.stops();
    }

    private @Nullable WaitingView view() {
        return shown;
    }

    private String callId() {
        WaitingView view = shown;
        return view == null ? "" : view.id();
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

    private static TextLine line(Composite parent, int height) {
        TextLine line = new TextLine(parent, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = height;
        data.widthHint = 1; // takes what is there, asks for nothing
        line.setLayoutData(data);
        return line;
    }
}
