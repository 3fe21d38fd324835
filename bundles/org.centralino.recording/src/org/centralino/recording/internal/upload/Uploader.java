/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.centralino.recording.internal.Messages;
import org.centralino.recording.internal.Settings;
import org.centralino.recording.internal.store.Catalogue;
import org.centralino.recording.internal.store.Row;
import org.centralino.secrets.Secrets;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends recordings to the store, one after the other, oldest first. What waits is in the catalogue, so it goes on after a
 * restart; after a failure it is tried again later and later.
 */
public final class Uploader {

    private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);
    private static final long PATIENCE_S = 10;
    private static final int MOST_DOUBLINGS = 6;
    private static final String PURPOSE = "recordings";

    private final Catalogue catalogue;
    private final Supplier<Settings.@Nullable Upload> settings;
    private final Supplier<@Nullable Secrets> secrets;
    private final long restMs;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "upload of recordings");
        made.setDaemon(true);
        return made;
    });
    private int failures;

    /**
     * @param settings where to; null: nowhere
     * @param secrets has the password, for the store's address
     */
    public Uploader(
            Catalogue catalogue, Supplier<Settings.@Nullable Upload> settings, Supplier<@Nullable Secrets> secrets) {
        this(catalogue, settings, secrets, TimeUnit.SECONDS.toMillis(PATIENCE_S));
    }

    /** @param restMs between two looks, and the first wait after a failure */
    Uploader(
            Catalogue catalogue,
            Supplier<Settings.@Nullable Upload> settings,
            Supplier<@Nullable Secrets> secrets,
            long restMs) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.secrets = secrets;
        this.restMs = restMs;
    }

    /** From now on. */
    public void start() {
        again(restMs);
    }

    /** What is being sent is sent again in another life. */
    public void close() {
        thread.shutdownNow();
    }

    private void again(long ms) {
        if (!thread.isShutdown()) {
            thread.schedule(this::turn, ms, TimeUnit.MILLISECONDS);
        }
    }

    private void turn() {
        long rest = restMs;
        try {
            boolean more = true;
            while (more) {
                more = sendOne();
                failures = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | ExecutionException | TimeoutException | RuntimeException e) {
            failures++;
            rest = restMs << Math.min(failures, MOST_DOUBLINGS);
            LOG.warn("A recording could not be sent to the store, try {}: {}", failures, e.toString());
        }
        again(rest);
    }

    /** Sends the next; false where there is none. */
    private boolean sendOne() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Settings.Upload to = settings.get();
        Row row = to == null ? null : catalogue.waiting().get(PATIENCE_S, TimeUnit.SECONDS);
        if (to == null || row == null) {
            return false;
        }
        store(to).put(catalogue.intact(row), row.name(), row.sha());
        LOG.info("The store has confirmed recording {}", row.name());
        catalogue.confirmed(row).get(PATIENCE_S, TimeUnit.SECONDS);
        return true;
    }

    private RemoteStore store(Settings.Upload to)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        URI folder = address(to.url());
        String password = to.user().isEmpty() ? "" : password(to);
        return to.region().isEmpty()
                ? new WebDav(folder, to.user(), password)
                : new S3(folder, new AwsSignature(to.region(), "s3", to.user(), password), InstantSource.system());
    }

    private static URI address(String url) throws IOException {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IOException("Not the address of a store: " + url, e);
        }
    }

    private String password(Settings.Upload to)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Secrets kept = secrets.get();
        String password = kept == null ? null : kept.get(to.url(), PURPOSE).get(PATIENCE_S, TimeUnit.SECONDS);
        if (password == null) {
            throw new IOException(Messages.noPassword);
        }
        return password;
    }
}
