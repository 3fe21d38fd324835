/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.util.List;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** What the user must know of, until it is mended or was read: two lines about each thing, and a button that takes it away. */
public final class NoticeCard extends Composite {

    private static final int ICON = 16;

    /** Two lines about one thing. */
    public record Notice(String title, String detail) {}

    /**
     * A button that mends it.
     *
     * @param caption what is written on it
     * @param name accessible name, unique in the window
     */
    public record Remedy(String caption, String name, Runnable run) {}

    /**
     * @param close accessible name of the button, unique in the window
     * @param read what the button does
     */
    public NoticeCard(Composite parent, List<Notice> notices, String close, Runnable read) {
        this(parent, notices, null, close, read);
    }

    /** The same with something that can be done about it. */
    public NoticeCard(Composite parent, List<Notice> notices, @Nullable Remedy remedy, String close, Runnable read) {
        super(parent, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        Card card = new Card(this);
        card.setBar(Token.RINGING);
        GridLayout grid = new GridLayout(2, false);
        grid.marginLeft = 12;
        grid.marginWidth = 4;
        grid.marginHeight = 6;
        grid.horizontalSpacing = 4;
        card.setLayout(grid);
        Composite lines = new Composite(card, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(lines, Token.CARD);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = 2;
        lines.setLayout(column);
        lines.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        for (Notice notice : notices) {
            TextLine title = line(lines, 20);
            title.setIcon(Icon.WARNING.url(), Token.RINGING, ICON);
            title.setRun(Run.bold(notice.title()));
            line(lines, 18).setRun(Run.dim(notice.detail()));
        }
        if (remedy != null) {
            PillButton mend = new PillButton(lines, PillButton.Look.OUTLINE);
            mend.setFace(null, remedy.caption(), "");
            mend.setName(remedy.name(), "", "");
            mend.onPress(remedy.run());
        }
        IconButton button = new IconButton(card, Icon.CLOSE.url(), Token.DIM);
        button.setName(close, "", "");
        button.onPress(read);
        button.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
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
