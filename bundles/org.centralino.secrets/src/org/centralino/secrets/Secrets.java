/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.secrets;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps secrets on this computer, encrypted. Every method may be called on any thread, returns at once and asks nobody
 * anything. A future ends on a thread of the store's own, within a few seconds; where the store does not do what it
 * should, exceptionally with an {@link java.io.IOException} whose message is for people and holds no secret.
 */
@ProviderType
public interface Secrets {

    /**
     * @param owner whose secret it is, for instance the address of an account
     * @param purpose what it is for, since an owner may have several
     * @return the secret; null where none is kept
     */
    CompletableFuture<@Nullable String> get(String owner, String purpose);

    /** Keeps it in place of any before; done when it is on disk. */
    CompletableFuture<@Nullable Void> put(String owner, String purpose, String secret);

    /** Keeps it no more; done when it is off the disk. Nothing to remove is no failure. */
    CompletableFuture<@Nullable Void> remove(String owner, String purpose);
}
