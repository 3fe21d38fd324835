/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jdt.annotation.Nullable;

/** Whom sources trust that read from servers: the same for all of them. Any thread that may read files. */
public final class SourceTls {

    /** The key of a source's settings that names a file of PEM certificates, which are then trusted alone. */
    public static final String TRUST = "trust";

    /** System property of the whole workstation: a file of PEM certificates, trusted besides the Java runtime's own. */
    private static final String FILE_PROPERTY = "centralino.tls.ca";

    private SourceTls() {}

    /**
     * A context that trusts the authorities in the file {@link #TRUST}, or where that is not set those of the Java runtime and
     * of the administrator's file. It does not check names: that is up to who connects.
     *
     * @throws IOException when a file cannot be read or has no certificate; its message names the file
     */
    public static SSLContext context(SourceSettings settings) throws IOException {
        try {
            String own = settings.text(TRUST);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            if (own != null && !own.isBlank()) {
                addFile(store, own);
            } else {
                addRuntime(store);
                String shared = System.getProperty(FILE_PROPERTY);
                if (shared != null && !shared.isBlank()) {
                    addFile(store, shared);
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void addRuntime(KeyStore store) throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager trust) {
                for (Certificate authority : trust.getAcceptedIssuers()) {
                    store.setCertificateEntry("ca" + store.size(), authority);
                }
            }
        }
    }

    private static void addFile(KeyStore store, String file) throws IOException, GeneralSecurityException {
        int before = store.size();
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca" + store.size(), authority);
            }
        } catch (GeneralSecurityException | InvalidPathException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        if (store.size() == before) {
            throw new IOException(file + ": no certificate");
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
