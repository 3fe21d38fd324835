/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.inject.Inject;
import org.centralino.media.SoundDevices;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.centralino.ui.Icon;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.widgets.BarButton;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/** Which microphone and speaker are in use, or that there is none; a press opens the preferences. */
public final class DevicesItem implements Listener {

    private static final int LONGEST = 28;

    private final Composite parent;
    private final BarButton microphone;
    private final BarButton speaker;
    private final DevicesWatch watch;

    @Inject
    public DevicesItem(Composite parent) {
        this.parent = parent;
        microphone = button();
        speaker = button();
        watch = new DevicesWatch(parent, this);
        watch.start();
    }

    private BarButton button() {
        BarButton button = new BarButton(parent);
        button.onPress(() -> DeskCommand.run(PreferencesItem.COMMAND));
        return button;
    }

    @Override
    public void devicesChanged() {
        SoundDevices devices = watch.get();
        boolean changed = show(
                microphone,
                devices == null ? null : devices.inUse(Role.MICROPHONE),
                Icon.MICROPHONE,
                Icon.MICROPHONE_OFF,
                Messages.noMicrophone);
        changed |= show(
                speaker,
                devices == null ? null : devices.inUse(Role.SPEAKER),
                Icon.SPEAKER,
                Icon.SPEAKER_OFF,
                Messages.noSpeaker);
        if (changed) {
            parent.getParent().layout(true, true);
        }
    }

    private static boolean show(BarButton button, @Nullable Device device, Icon there, Icon missing, String none) {
        if (device == null) {
            return button.setFace(missing.url(), Token.BUSY, none, Messages.soundSettings);
        }
        String name = device.name();
        boolean isLong = name.length() > LONGEST;
        String face = isLong ? name.substring(0, LONGEST - 1).stripTrailing() + "\u2026" : name;
        String more = isLong ? name + "\n" + Messages.soundSettings : Messages.soundSettings;
        return button.setFace(there.url(), Token.DIM, face, more);
    }
}
