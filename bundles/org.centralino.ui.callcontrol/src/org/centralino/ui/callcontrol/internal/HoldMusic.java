/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.telephony.CallService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What held parties hear: kept as a preference, checked by the telephone before it is kept. Any thread. */
final class HoldMusic {

    private static final Logger LOG = LoggerFactory.getLogger(HoldMusic.class);

    /** Where the preference lies. */
    interface Store {

        /** The file's path; empty: our own piece. */
        String load();

        /** Keeps it. */
        void save(String path);
    }

    private final Store store;
    private final Supplier<@Nullable CallService> service;
    private final Executor work;

    /** @param work where files are read */
    HoldMusic(Store store, Supplier<@Nullable CallService> service, Executor work) {
        this.store = store;
        this.service = service;
        this.work = work;
    }

    /** The file that was chosen; empty: our own piece. */
    String chosen() {
        return store.load();
    }

    /** Uses what was chosen before. A file that is gone leaves our own piece. */
    void apply() {
        String path = store.load();
        if (!path.isEmpty()) {
            work.execute(() -> {
                String problem = tryToUse(path);
                if (problem != null) {
                    LOG.warn("Held parties hear our own piece, since {} cannot be used: {}", path, problem);
                }
            });
        }
    }

    /**
     * Uses this and keeps it; when it cannot be used nothing changes.
     *
     * @param path empty: our own piece
     * @param done told on {@code display} what is wrong with it, or an empty text
     */
    void choose(String path, Executor display, Consumer<String> done) {
        CompletableFuture.supplyAsync(
                        () -> {
                            String problem = tryToUse(path);
                            if (problem == null) {
                                store.save(path);
                            }
                            return problem == null ? "" : problem;
                        },
                        work)
                .thenAcceptAsync(done, display);
    }

    private @Nullable String tryToUse(String path) {
        CallService calls = service.get();
        if (calls == null) {
            return Messages.noTelephone;
        }
        try {
            calls.useHoldMusic(path.isEmpty() ? null : Path.of(path));
            return null;
        } catch (IOException | InvalidPathException e) {
            String message = e.getMessage();
            return message == null || message.isBlank()
                    ? Messages.musicUnreadable
                    : NLS.bind(Messages.musicUnusable, message);
        }
    }
}
