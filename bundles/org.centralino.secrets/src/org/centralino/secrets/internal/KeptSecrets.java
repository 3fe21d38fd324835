/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.secrets.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.centralino.secrets.Secrets;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The store of this installation: secrets in the instance area, the key to them in the configuration area. All of it
 * happens on one thread of its own, since disks may be slow, and so is the first encryption.
 */
@Component
public final class KeptSecrets implements Secrets {

    private static final String FOLDER = "org.centralino.secrets";
    private static final long PATIENCE_MS = 5_000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("secrets").daemon().unstarted(task));
    private final Callable<Vault> opening;
    private final long patienceMs;
    private @Nullable Vault vault;

    @Activate
    public KeptSecrets(
            @Reference(target = "(type=osgi.instance.area)") Location instance,
            @Reference(target = "(type=osgi.configuration.area)") Location configuration) {
        this(
                () -> {
                    // An installation that all users share has a configuration that nobody of them writes to.
                    Location place = configuration.isReadOnly() ? instance : configuration;
                    return new Vault(
                            instance.getDataArea(FOLDER + "/secure_storage"),
                            new KeyFile(place.getDataArea(FOLDER + "/key")));
                },
                PATIENCE_MS);
    }

    KeptSecrets(Callable<Vault> opening, long patienceMs) {
        this.opening = opening;
        this.patienceMs = patienceMs;
    }

    @Override
    public CompletableFuture<@Nullable String> get(String owner, String purpose) {
        return soon(() -> vault().get(owner, purpose));
    }

    @Override
    public CompletableFuture<@Nullable Void> put(String owner, String purpose, String secret) {
        return soon(() -> {
            vault().put(owner, purpose, secret);
            return null;
        });
    }

    @Override
    public CompletableFuture<@Nullable Void> remove(String owner, String purpose) {
        return soon(() -> {
            vault().remove(owner, purpose);
            return null;
        });
    }

    private Vault vault() throws Exception {
        Vault open = vault;
        if (open == null) {
            open = opening.call();
            vault = open;
        }
        return open;
    }

    private <T> CompletableFuture<@Nullable T> soon(Callable<@Nullable T> task) {
        CompletableFuture<@Nullable T> result = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    result.complete(task.call());
                } catch (IOException | UncheckedIOException e) {
                    result.completeExceptionally(e);
                } catch (Exception e) {
                    result.completeExceptionally(new IOException("The store of secrets failed: " + e, e));
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new IOException("The store of secrets is closed", e));
        }
        CompletableFuture.delayedExecutor(patienceMs, TimeUnit.MILLISECONDS)
                .execute(() -> result.completeExceptionally(new IOException("The store of secrets does not answer")));
        return result;
    }

    @Deactivate
    void deactivate() {
        thread.shutdown();
    }
}
