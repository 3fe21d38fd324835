/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners on a thread where a slow one delays no device. */
final class News implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("centralino-device-news").daemon().unstarted(task));

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    void changed() {
        tell(Listener::devicesChanged);
    }

    void lost(Role role, Device lost, @Nullable Device instead) {
        LOG.info("{}: {} is gone, instead: {}", role, lost.name(), instead == null ? "nothing" : instead.name());
        tell(listener -> listener.deviceLost(role, lost, instead));
    }

    @NonNullByDefault({})
    private void tell(Consumer<Listener> news) {
        try {
            thread.execute(() -> listeners.forEach(listener -> tell(listener, news)));
        } catch (RejectedExecutionException e) {
            LOG.trace("Nobody is told any more", e);
        }
    }

    @NonNullByDefault({})
    private static void tell(Listener listener, Consumer<Listener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.error("A listener to sound devices failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
