/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.inject.Inject;
import java.util.List;
import org.centralino.media.SoundDevices;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.centralino.ui.Announcement;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.IconButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** The section of the desk that says which sound device went away and what serves instead; nothing otherwise. */
public final class DeviceNoticeSection implements Listener {

    private static final int ICON = 16;

    private final Composite parent;
    private final Losses losses;
    private final DevicesWatch watch;
    private @Nullable Card card;

    @Inject
    public DeviceNoticeSection(Composite parent) {
        this.parent = parent;
        losses = new Losses(this::devices, this::show, text -> Announcement.say(parent, text));
        watch = new DevicesWatch(parent, this);
        watch.start();
    }

    private @Nullable SoundDevices devices() {
        return watch.get();
    }

    @Override
    public void devicesChanged() {
        losses.devicesChanged();
    }

    @Override
    public void deviceLost(Role role, Device lost, @Nullable Device instead) {
        losses.deviceLost(role, lost, instead);
    }

    private void show(List<Losses.Notice> notices) {
        if (parent.isDisposed()) {
            return;
        }
        Card before = card;
        card = null;
        if (before != null) {
            before.dispose();
        }
        if (!notices.isEmpty()) {
            card = card(notices);
        }
        Desk.relayout(parent);
    }

    private Card card(List<Losses.Notice> notices) {
        Card made = new Card(parent);
        made.setBar(Token.RINGING);
        GridLayout grid = new GridLayout(2, false);
        grid.marginLeft = 12;
        grid.marginWidth = 4;
        grid.marginHeight = 6;
        grid.horizontalSpacing = 4;
        made.setLayout(grid);
        Composite lines = new Composite(made, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(lines, Token.CARD);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = 2;
        lines.setLayout(column);
        lines.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        for (Losses.Notice notice : notices) {
            TextLine title = line(lines, 20);
            title.setIcon(Icon.WARNING.url(), Token.RINGING, ICON);
            title.setRun(Run.bold(notice.title()));
            line(lines, 18).setRun(Run.dim(notice.detail()));
        }
        IconButton close = new IconButton(made, Icon.CLOSE.url(), Token.DIM);
        close.setName(Messages.closeNotice, "", "");
        close.onPress(losses::dismiss);
        close.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
        return made;
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
