/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.time.Instant;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskLayout;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A window with what was recorded of one call. Esc closes it. */
final class RecordingsDialog {

    private static final int WIDTH = 640;
    private static final int MARGIN = 16;
    private static final int GAP = 8;

    private RecordingsDialog() {}

    /** @param who the far side of the call; empty where it is not known */
    static void open(Shell parent, String who, Instant call) {
        Shell shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.RESIZE);
        shell.setText(who.isEmpty() ? Messages.recordingsOfUnknown : NLS.bind(Messages.recordingsOf, who));
        Theme.of(shell.getDisplay()).surface(shell, Token.WINDOW);
        shell.setLayout(new DeskLayout(MARGIN, GAP, false));
        Recordings.in(shell, Messages.none, () -> fit(shell)).show(call);
        shell.setSize(shell.computeSize(WIDTH, SWT.DEFAULT));
        Point at = parent.getLocation();
        Point around = parent.getSize();
        shell.setLocation(at.x + (around.x - shell.getSize().x) / 2, at.y + around.y / 4);
        shell.open();
    }

    private static void fit(Shell shell) {
        shell.setSize(shell.computeSize(shell.getClientArea().width, SWT.DEFAULT, true));
        shell.layout(true, true);
        Control focus = shell.getDisplay().getFocusControl();
        if (focus == null || focus == shell) {
            shell.getChildren()[0].setFocus(); // what is to be listened to comes after the window
        }
    }
}
