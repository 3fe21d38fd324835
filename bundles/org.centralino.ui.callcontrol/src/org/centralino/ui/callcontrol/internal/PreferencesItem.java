/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.concurrent.ForkJoinPool;
import org.centralino.media.MediaService;
import org.centralino.media.SoundDevices;
import org.centralino.telephony.CallService;
import org.centralino.ui.Icon;
import org.centralino.ui.LiveService;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.widgets.BarButton;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/** The last item of the status bar: opens the preferences, and applies them as soon as the telephone runs. */
public final class PreferencesItem {

    static final String COMMAND = "org.centralino.ui.callcontrol.preferences";
    private static final int EVERY_MS = 500;

    private final LiveService<CallService> service = new LiveService<>(CallService.class, PreferencesItem.class);
    private final HoldMusic music = new HoldMusic(new HoldMusicPreference(), service, ForkJoinPool.commonPool());
    private final LiveService<SoundDevices> devices = new LiveService<>(SoundDevices.class, PreferencesItem.class);
    private final LiveService<MediaService> media = new LiveService<>(MediaService.class, PreferencesItem.class);
    private final SoundSettings sound = new SoundSettings(new SoundPreference(), devices, media);
    private final BarButton button;
    private @Nullable PreferencesDialog dialog;

    @Inject
    public PreferencesItem(Composite parent) {
        button = new BarButton(parent);
        button.setIcon(Icon.GEAR.url(), Token.DIM);
        button.setName(Messages.preferences, "", DeskCommand.key(COMMAND));
        button.onPress(this::open);
    }

    @PostConstruct
    void start() {
        DeskCommand.handle(button, COMMAND, () -> true, this::open);
        applyMusic();
        applySound();
    }

    private void applySound() {
        if (!button.isDisposed() && !sound.apply()) {
            button.getDisplay().timerExec(EVERY_MS, this::applySound);
        }
    }

    private void applyMusic() {
        if (button.isDisposed()) {
            return;
        }
        if (service.get() == null) {
            button.getDisplay().timerExec(EVERY_MS, this::applyMusic);
        } else {
            music.apply();
        }
    }

    private void open() {
        PreferencesDialog open = dialog;
        if (open == null || !open.isOpen()) {
            open = new PreferencesDialog(button.getShell(), sound, music);
            dialog = open;
        }
        open.show();
    }

    @PreDestroy
    void close() {
        service.close();
        devices.close();
        media.close();
    }
}
