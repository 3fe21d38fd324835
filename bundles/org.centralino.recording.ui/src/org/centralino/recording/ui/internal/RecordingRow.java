/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.net.URL;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One recording: when, how long, how large, where it is kept, a button that opens its player, and that player under it. */
final class RecordingRow extends Composite {

    private static final @Nullable URL DOT = RecordingRow.class.getResource("/icons/record.svg");
    private static final int ICON = 14;
    private static final int MARGIN = 9;

    private final TextLine title;
    private final TextLine detail;
    private final PillButton open;
    private @Nullable PlayerPane player;
    private boolean first;

    RecordingRow(Composite parent, Runnable toggle) {
        super(parent, SWT.NO_FOCUS);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Token.CARD);
        theme.follow(this, this::redraw);
        addListener(SWT.Paint, event -> {
            if (!first) {
                event.gc.setForeground(theme.color(Token.LINE));
                event.gc.drawLine(0, 0, getSize().x, 0);
            }
        });
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = MARGIN;
        grid.marginHeight = 8;
        grid.horizontalSpacing = MARGIN;
        grid.verticalSpacing = 2;
        setLayout(grid);
        title = line();
        title.setIcon(DOT, Token.RED, ICON);
        open = new PillButton(this, PillButton.Look.OUTLINE);
        open.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false, 1, 2));
        open.onPress(toggle);
        detail = line();
    }

    /** Shows this, after {@link #showPlayer}; {@code foremost}: no line parts it from one above. */
    void show(RecordingLine line, boolean foremost) {
        first = foremost;
        title.setRun(Run.text(line.title()));
        Token ink = line.warning() ? Token.BUSY : Token.DIM;
        detail.setIcon(line.warning() ? Icon.WARNING.url() : null, ink, ICON);
        detail.setRun(new Run(line.detail(), ink, Fonts.SMALL, false));
        boolean opened = player != null;
        open.setVisible(line.canPlay());
        ((GridData) open.getLayoutData()).widthHint = line.canPlay() ? SWT.DEFAULT : 0;
        open.setFace(opened ? null : Icon.RESUME.url(), opened ? Messages.close : Messages.play, "");
        open.setName(NLS.bind(opened ? Messages.closeNamed : Messages.playNamed, line.moment()), line.detail(), "");
    }

    /** Shows the player, or that there is none (null); true when another height is wanted. */
    boolean showPlayer(@Nullable Player now, RecordingsState state, RecordingsPresenter to, Words words) {
        PlayerPane pane = player;
        boolean changed = (pane == null ? null : pane.player()) != now;
        if (changed) {
            Control focus = getDisplay().getFocusControl();
            boolean here = focus == open;
            if (pane != null) {
                pane.dispose();
                pane = null;
                here |= focus != null && focus.isDisposed();
            }
            if (now != null) {
                pane = new PlayerPane(this, now, to, words);
                pane.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
            }
            player = pane;
            if (here && pane != null) {
                pane.takeFocus();
            } else if (here) {
                open.setFocus();
            }
        }
        return changed | (pane != null && pane.show(state));
    }

    private TextLine line() {
        TextLine line = new TextLine(this, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = 20;
        data.widthHint = 1; // takes what is there, asks for nothing
        line.setLayoutData(data);
        return line;
    }
}
