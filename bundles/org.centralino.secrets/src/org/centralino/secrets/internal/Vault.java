/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.secrets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in a file of Equinox secure storage of our own. The key is handed to it, so it asks neither the user nor a
 * password provider for a master password; with none at all it would write in clear. Blocks; for one thread.
 */
final class Vault {

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

    private final Path file;
    private final ISecurePreferences root;

    /** @param url the file where secrets are, or are to be; without escapes, as Equinox writes its locations */
    Vault(URL url, KeyFile key) throws IOException {
        file = KeyFile.file(url);
        KeyFile.ownFolder(file);
        setAsideIfDamaged();
        Map<Object, Object> hints = new HashMap<>();
        hints.put(IProviderHints.DEFAULT_PASSWORD, key.read());
        hints.put(IProviderHints.PROMPT_USER, Boolean.FALSE);
        root = SecurePreferencesFactory.open(url, hints);
    }

    @Nullable
    String get(String owner, String purpose) throws IOException {
        try {
            return root.nodeExists(name(owner)) ? root.node(name(owner)).get(purpose, null) : null;
        } catch (StorageException e) {
            throw new IOException("What is kept in " + file + " cannot be read", e);
        }
    }

    void put(String owner, String purpose, String secret) throws IOException {
        ISecurePreferences node = root.node(name(owner));
        try {
            node.put(purpose, secret, true);
            if (!node.isEncrypted(purpose)) {
                throw new IOException("Nothing is kept, for it would be in clear");
            }
            root.flush();
        } catch (StorageException e) {
            node.remove(purpose);
            throw new IOException("Nothing can be kept in " + file, e);
        } catch (IOException e) {
            node.remove(purpose);
            throw e;
        }
    }

    void remove(String owner, String purpose) throws IOException {
        if (root.nodeExists(name(owner))) {
            root.node(name(owner)).remove(purpose);
            root.flush();
        }
    }

    /** Equinox takes a file that it cannot parse for one that must not be written, and says nothing of it. */
    private void setAsideIfDamaged() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            new Properties().load(in);
        } catch (IllegalArgumentException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("The store of secrets {} is damaged; it is {} now, and a new one begins", file, aside);
        }
    }

    private static String name(String owner) {
        return "accounts/" + URLEncoder.encode(owner, StandardCharsets.UTF_8);
    }
}
