/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.media.SoundDevices;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.centralino.ui.widgets.NoticeCard.Notice;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * What is to be said of devices that went away: until they are back, others were chosen, or it was read. For one thread,
 * the display's.
 */
final class Losses implements Listener {

    private record Loss(Device lost, @Nullable Device instead) {}

    private final Supplier<@Nullable SoundDevices> devices;
    private final Consumer<List<Notice>> view;
    private final Consumer<String> voice;
    private final Map<Role, Loss> losses = new EnumMap<>(Role.class);

    /** @param voice what a screen reader is to say */
    Losses(Supplier<@Nullable SoundDevices> devices, Consumer<List<Notice>> view, Consumer<String> voice) {
        this.devices = devices;
        this.view = view;
        this.voice = voice;
    }

    @Override
    public void deviceLost(Role role, Device lost, @Nullable Device instead) {
        losses.put(role, new Loss(lost, instead));
        Notice notice = notice(role, lost, instead);
        voice.accept(notice.title() + ". " + notice.detail());
        show();
    }

    @Override
    public void devicesChanged() {
        SoundDevices sound = devices.get();
        if (sound != null && !losses.isEmpty()) {
            boolean changed = losses.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue(), sound));
            if (changed) {
                show();
            }
        }
    }

    private boolean isOver(Role role, Loss loss, SoundDevices sound) {
        Device now = sound.inUse(role);
        if (Objects.equals(now, loss.instead())) {
            return false;
        }
        if (now != null && now.id().equals(loss.lost().id())) {
            voice.accept(NLS.bind(Messages.deviceBack, now.name()));
        }
        return now != null;
    }

    /** They were read. */
    void dismiss() {
        losses.clear();
        show();
    }

    private void show() {
        List<Notice> notices = new ArrayList<>();
        losses.forEach((role, loss) -> notices.add(notice(role, loss.lost(), loss.instead())));
        view.accept(notices);
    }

    private static Notice notice(Role role, Device lost, @Nullable Device instead) {
        String title = NLS.bind(Messages.deviceLost, lost.name());
        if (instead == null) {
            return new Notice(
                    title,
                    switch (role) {
                        case MICROPHONE -> Messages.nobodyHears;
                        case SPEAKER -> Messages.nothingHeard;
                        case RINGER -> Messages.nothingRings;
                    });
        }
        String detail = switch (role) {
            case MICROPHONE -> Messages.speakInto;
            case SPEAKER -> Messages.hearThrough;
            case RINGER -> Messages.ringsOn;
        };
        return new Notice(title, NLS.bind(detail, instead.name()));
    }
}
