/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.media.SoundDevices;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;

/**
 * Hears about sound devices, as soon as there is a service for them and for as long as a control lives, on the display
 * thread.
 */
final class DevicesWatch implements Listener, Supplier<@Nullable SoundDevices> {

    private static final int EVERY_MS = 300;

    private final LiveService<SoundDevices> service = new LiveService<>(SoundDevices.class, DevicesWatch.class);
    private final Control owner;
    private final Listener listener;
    private final Executor display;
    private @Nullable SoundDevices followed;

    /** @param listener told on the display thread; of a change whenever there is another service, too */
    DevicesWatch(Control owner, Listener listener) {
        this.owner = owner;
        this.listener = listener;
        display = new DisplayExecutor(owner.getDisplay());
        owner.addDisposeListener(event -> close());
    }

    void start() {
        listener.devicesChanged();
        follow();
    }

    @Override
    public @Nullable SoundDevices get() {
        return followed;
    }

    /** The service comes after the window, and another in its place where its bundle was updated. */
    private void follow() {
        if (owner.isDisposed()) {
            return;
        }
        SoundDevices now = service.get();
        if (now != followed) {
            followed = now;
            if (now != null) {
                now.addListener(this);
            }
            listener.devicesChanged();
        }
        owner.getDisplay().timerExec(EVERY_MS, this::follow);
    }

    @Override
    public void devicesChanged() {
        onDisplay(listener::devicesChanged);
    }

    @Override
    public void deviceLost(Role role, Device lost, @Nullable Device instead) {
        onDisplay(() -> listener.deviceLost(role, lost, instead));
    }

    private void onDisplay(Runnable task) {
        display.execute(() -> {
            if (!owner.isDisposed()) {
                task.run();
            }
        });
    }

    private void close() {
        SoundDevices last = followed;
        if (last != null) {
            last.removeListener(this);
        }
        service.close();
    }
}
