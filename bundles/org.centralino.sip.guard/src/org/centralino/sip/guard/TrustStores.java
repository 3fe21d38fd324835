/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jdt.annotation.Nullable;

/** Whom this computer trusts: the Java runtime's authorities, and those of a PEM file an administrator names. */
final class TrustStores {

    /** System property with the path of a file of PEM certificates, trusted besides the runtime's own. */
    static final String FILE_PROPERTY = "centralino.tls.ca";

    private TrustStores() {}

    static List<X509TrustManager> load() throws IOException {
        List<X509TrustManager> stores = new ArrayList<>();
        try {
            add(stores, null);
            String file = System.getProperty(FILE_PROPERTY);
            if (file != null && !file.isBlank()) {
                add(stores, read(Path.of(file)));
            }
            return stores;
        } catch (GeneralSecurityException e) {
            throw new IOException("Trusted certificates cannot be read: " + e.getMessage(), e);
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca" + ++number, certificate);
            }
        }
        return store;
    }

    private static void add(List<X509TrustManager> stores, @Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                stores.add(trust);
            }
        }
    }
}
