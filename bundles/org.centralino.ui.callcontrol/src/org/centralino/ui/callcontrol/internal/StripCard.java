/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.Objects;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Avatar;
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

/** The call strip: who, which number, how it stands, how long, and the place for the buttons. */
final class StripCard extends Composite {

    private static final int AVATAR = 40;
    private static final int NAME = 16;
    private static final int SIDE = 64;
    private static final int DOT = 10;
    private static final int RECEIPT = 12;

    private final Card card;
    private final Avatar avatar;
    private final TextLine name;
    private final TextLine number;
    private final TextLine state;
    private final TextLine clock;
    private final TextLine codec;
    private final TextLine receipt;
    private final TextLine advice;
    private final ActionRow actions;
    private final Composite who;
    private final Composite place;
    private @Nullable QualityIndicator quality;
    private @Nullable StripView shown;

    StripCard(Composite parent, Actions contributed, TransferPresenter transfer) {
        super(parent, SWT.NO_FOCUS);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        card = new Card(this);
        GridLayout grid = grid(2);
        grid.marginLeft = 16;
        grid.marginRight = 12;
        grid.marginTop = 12;
        grid.marginBottom = 8;
        grid.horizontalSpacing = 12;
        grid.verticalSpacing = 12;
        card.setLayout(grid);
        avatar = new Avatar(card, AVATAR);
        avatar.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        who = new Composite(card, SWT.NO_FOCUS);
        theme.surface(who, Token.CARD);
        GridLayout lines = grid(3);
        lines.horizontalSpacing = 4;
        who.setLayout(lines);
        who.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        name = line(who, SWT.LEFT, 20, 1);
        clock = side(who, 20);
        number = line(who, SWT.LEFT, 16, 3);
        state = line(who, SWT.LEFT, 16, 1);
        codec = side(who, 16);
        receipt = line(who, SWT.LEFT, 16, 3);
        advice = line(who, SWT.LEFT, 16, 3);
        place = new Composite(card, SWT.NO_FOCUS);
        theme.surface(place, Token.CARD);
        place.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1));
        actions = new ActionRow(place, contributed);
        // The buttons come first for the keyboard; the numbers are for who asks.
        card.setTabList(new Control[] {place, who});
        DropToTransfer.install(this, card, transfer, this::callId);
    }

    /** Shows it; true when it wants another layout. */
    boolean show(StripView view) {
        boolean changed = view.isOver() ? actions.grey() : actions.show(view.call());
        if (!Objects.equals(view, shown)) {
            shown = view;
            changed |= text(view);
        }
        return changed;
    }

    private String callId() {
        StripView view = shown;
        return view == null ? "" : view.call().id();
    }

    private boolean text(StripView view) {
        card.setBar(bar(view.tone()));
        avatar.setLabel(view.name());
        name.setRun(new Run(view.name(), Token.TEXT, NAME, true));
        boolean changed = OptionalLine.show(number, Run.dim(view.number()));
        Token told = view.receipt().failed() ? Token.BUSY : Token.TEXT;
        receipt.setIcon(view.receipt().failed() ? Icon.WARNING.url() : Icon.TRANSFER.url(), told, RECEIPT);
        changed |= OptionalLine.show(receipt, new Run(view.receipt().text(), told, Fonts.SMALL, true));
        changed |= OptionalLine.show(advice, Run.dim(view.receipt().advice()));
        state.setIcon(icon(view.tone()).url(), bar(view.tone()), DOT);
        state.setRun(new Run(view.state(), ink(view.tone()), Fonts.SMALL, false));
        clock.setRun(new Run(view.clock(), view.answered() ? Token.TEXT : Token.DIM, Fonts.TEXT, view.answered()));
        codec.setRun(Run.dim(view.codec()));
        codec.setIcon(view.encryption().isEmpty() ? null : Icon.PADLOCK.url(), Token.FREE, RECEIPT);
        codec.setMeaning(view.encryption());
        return changed | showQuality(view.quality());
    }

    private boolean showQuality(@Nullable QualityView view) {
        QualityIndicator bars = quality;
        boolean changed = (bars == null) != (view == null);
        if (view == null) {
            quality = null;
            if (bars != null) {
                bars.dispose();
            }
        } else {
            if (bars == null) {
                bars = new QualityIndicator(who);
                bars.moveBelow(codec);
                quality = bars;
            }
            bars.show(view);
        }
        ((GridData) codec.getLayoutData()).horizontalSpan = view == null ? 2 : 1;
        return changed;
    }

    /** The buttons are what the keyboard is for. */
    @Override
    public boolean setFocus() {
        return place.setFocus() || super.setFocus();
    }

    private static GridLayout grid(int columns) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 2;
        return layout;
    }

    private static TextLine line(Composite parent, int style, int height, int columns) {
        TextLine line = new TextLine(parent, style);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1);
        data.heightHint = height;
        data.widthHint = 1; // takes what is there, asks for nothing
        line.setLayoutData(data);
        return line;
    }

    private static TextLine side(Composite parent, int height) {
        TextLine line = line(parent, SWT.RIGHT, height, 2);
        GridData data = (GridData) line.getLayoutData();
        data.grabExcessHorizontalSpace = false;
        data.widthHint = SIDE;
        return line;
    }

    private static Token bar(StripView.Tone tone) {
        return switch (tone) {
            case CALM -> Token.ACCENT;
            case UP -> Token.FREE;
            case HELD -> Token.RINGING;
            case OVER -> Token.DIM;
            case FAILED -> Token.BUSY;
        };
    }

    private static Icon icon(StripView.Tone tone) {
        return switch (tone) {
            case CALM, HELD -> Icon.DOT_RINGING;
            case UP -> Icon.DOT_FREE;
            case OVER -> Icon.DOT_OFF;
            case FAILED -> Icon.DOT_BUSY;
        };
    }

    private static Token ink(StripView.Tone tone) {
        return switch (tone) {
            case UP -> Token.FREE;
            case FAILED -> Token.BUSY;
            default -> Token.DIM;
        };
    }
}
