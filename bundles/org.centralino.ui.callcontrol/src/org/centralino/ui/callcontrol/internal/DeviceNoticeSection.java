/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.inject.Inject;
import java.util.List;
import org.centralino.media.SoundDevices;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.centralino.ui.Announcement;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.widgets.NoticeCard;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/** The section of the desk that says which sound device went away and what serves instead; nothing otherwise. */
public final class DeviceNoticeSection implements Listener {

    private final Composite parent;
    private final Losses losses;
    private final DevicesWatch watch;
    private @Nullable NoticeCard card;

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

    private void show(List<NoticeCard.Notice> notices) {
        if (parent.isDisposed()) {
            return;
        }
        NoticeCard before = card;
        card = null;
        if (before != null) {
            before.dispose();
        }
        if (!notices.isEmpty()) {
            card = new NoticeCard(parent, notices, Messages.closeNotice, losses::dismiss);
        }
        Desk.relayout(parent);
    }
}
