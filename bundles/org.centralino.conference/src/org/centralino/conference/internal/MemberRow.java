/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import java.util.List;
import org.centralino.conference.internal.ConferenceView.Kind;
import org.centralino.conference.internal.ConferenceView.Member;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.IconButton;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One of the conference: who, whether it speaks, and what can be done with it. */
final class MemberRow extends Composite {

    private static final int ICON = 16;
    private static final int BUTTON = 32;

    private final ConferencePresenter presenter;
    private final TextLine line;
    private final Composite buttons;
    private @Nullable PillButton silence;
    private @Nullable IconButton separate;
    private @Nullable IconButton remove;
    private @Nullable Member shown;

    MemberRow(Composite parent, ConferencePresenter presenter) {
        super(parent, SWT.NO_FOCUS);
        this.presenter = presenter;
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Token.CARD);
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 4;
        setLayout(grid);
        line = new TextLine(this, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = BUTTON;
        data.widthHint = 1; // takes what is there, asks for nothing
        line.setLayoutData(data);
        buttons = new Composite(this, SWT.NO_FOCUS);
        theme.surface(buttons, Token.CARD);
        RowLayout row = new RowLayout();
        row.wrap = false;
        row.center = true;
        row.marginLeft = 0;
        row.marginRight = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 2;
        buttons.setLayout(row);
        buttons.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
    }

    /** Shows this; true when it wants another layout. */
    boolean show(Member member) {
        Member before = shown;
        if (member.equals(before)) {
            return false;
        }
        shown = member;
        line.setIcon(icon(member).url(), ink(member), ICON);
        Run name = new Run(member.name(), Token.TEXT, Fonts.TEXT, true);
        String more = member.state().isEmpty() ? member.number() : member.state();
        line.setRuns(
                more.isEmpty()
                        ? List.of(name)
                        : List.of(name, new Run(" \u00b7 " + more, told(member), Fonts.SMALL, false)));
        boolean others = before == null || before.kind() != member.kind();
        if (others) {
            make(member);
        }
        name(member);
        return others;
    }

    private void make(Member member) {
        for (Control old : buttons.getChildren()) {
            old.dispose();
        }
        silence = null;
        separate = null;
        remove = null;
        if (member.kind() == Kind.MEMBER) {
            PillButton quiet = new PillButton(buttons, PillButton.Look.OUTLINE);
            quiet.onPress(() -> presenter.silence(member.id(), !quiet.isChecked()));
            silence = quiet;
            separate = button(Icon.HOLD, Token.ACCENT, () -> presenter.separate(member.id()));
        }
        if (member.kind() == Kind.MEMBER || member.kind() == Kind.INVITED) {
            remove = button(Icon.HANG_UP, Token.BUSY, () -> presenter.remove(member.id()));
        }
    }

    private IconButton button(Icon icon, Token ink, Runnable run) {
        IconButton button = new IconButton(buttons, icon.url(), ink);
        button.setLayoutData(new RowData(BUTTON, BUTTON));
        button.onPress(run);
        return button;
    }

    private void name(Member member) {
        PillButton quiet = silence;
        if (quiet != null) {
            quiet.setFace((member.silenced() ? Icon.SPEAKER_OFF : Icon.SPEAKER).url(), "", "");
            quiet.setName(NLS.bind(Messages.silence, member.name()), member.number(), "");
            quiet.setChecked(member.silenced());
        }
        IconButton apart = separate;
        if (apart != null) {
            apart.setName(NLS.bind(Messages.separate, member.name()), member.number(), "");
        }
        IconButton gone = remove;
        if (gone != null) {
            gone.setName(NLS.bind(Messages.remove, member.name()), member.number(), "");
        }
    }

    private static Icon icon(Member member) {
        return switch (member.kind()) {
            case INVITED -> Icon.CALL;
            case ABSENT -> Icon.WARNING;
            case ELSEWHERE -> Icon.HEADSET;
            case MEMBER ->
                member.silenced() ? Icon.MICROPHONE_OFF : member.speaking() ? Icon.SIGNAL_4 : Icon.MICROPHONE;
        };
    }

    private static Token ink(Member member) {
        return switch (member.kind()) {
            case INVITED -> Token.ACCENT;
            case ABSENT -> Token.BUSY;
            case ELSEWHERE -> Token.DIM;
            case MEMBER -> member.speaking() ? Token.FREE : Token.DIM;
        };
    }

    private static Token told(Member member) {
        return member.kind() == Kind.ABSENT ? Token.BUSY : member.speaking() ? Token.FREE : Token.DIM;
    }
}
