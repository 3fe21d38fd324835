/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.SignatureException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private final Certificates certificates;
    private final X509Certificate authority;

    CertificatesTest(@TempDir Path folder) throws Exception {
        certificates = new Certificates(folder);
        authority = read(certificates.authority());
    }

    @Test
    void aGoodOneIsVouchedForAndNamesItsDomainBothWays() throws Exception {
        Certificates.Issued issued = certificates.issue("example.test");
        X509Certificate good = read(issued.pem());
        good.verify(authority.getPublicKey());
        good.checkValidity();
        assertThat(good.getSubjectAlternativeNames().toString())
                .contains("example.test")
                .contains("sip:example.test");
        assertThat(Files.readString(issued.key())).contains("BEGIN PRIVATE KEY");
    }

    @Test
    void anExpiredOneIsVouchedForButOver() throws Exception {
        Certificates.Issued issued = certificates.issueExpired("example.test");
        X509Certificate expired = read(issued.pem());
        expired.verify(authority.getPublicKey());
        assertThatThrownBy(expired::checkValidity).isInstanceOf(CertificateExpiredException.class);
        assertThat(Files.readString(issued.key())).contains("BEGIN PRIVATE KEY");
    }

    @Test
    void aSelfSignedOneIsVouchedForByNobody() throws Exception {
        X509Certificate own = read(certificates.selfSigned("example.test").pem());
        assertThatThrownBy(() -> own.verify(authority.getPublicKey()))
                .isInstanceOfAny(SignatureException.class, InvalidKeyException.class);
    }

    @Test
    void theTrustStoreHoldsTheAuthority() throws Exception {
        KeyStore trusted = KeyStore.getInstance(
                certificates.trustStore().toFile(),
                certificates.trustStorePassword().toCharArray());
        assertThat(trusted.getCertificate("ca")).isEqualTo(authority);
    }

    private static X509Certificate read(Path pem) throws Exception {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
