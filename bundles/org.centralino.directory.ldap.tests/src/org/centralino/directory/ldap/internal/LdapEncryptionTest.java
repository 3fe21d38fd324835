/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.centralino.directory.source.SourceException;
import org.centralino.testbench.Certificates;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that are right and each way in which they are not, over StartTLS and LDAPS. */
@Timeout(60)
class LdapEncryptionTest {

    private final Path folder;
    private final Certificates authority;
    private final Received copy = new Received();

    LdapEncryptionTest(@TempDir Path folder) {
        this.folder = folder;
        authority = new Certificates(folder);
    }

    @Test
    void aPasswordGoesByStartTls() throws Exception {
        try (LdapBench bench = startTls(authority.issue("localhost"))) {
            bench.person("Anna Rossi");
            copy.read(LdapBench.at(
                    "ldap://localhost:" + bench.port(),
                    "trust",
                    authority.authority().toString(),
                    "startTls",
                    "required",
                    "bindDn",
                    "cn=reader",
                    "password",
                    "secret"));
            assertThat(copy.contacts).hasSize(1);
        }
    }

    @Test
    void aServerIsReadByLdaps() throws Exception {
        SSLContext context = context(authority.issue("localhost"));
        try (LdapBench bench = LdapBench.start(null, config -> {
            try {
                config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                        "test", InetAddress.getLoopbackAddress(), 0, context.getServerSocketFactory(), null));
            } catch (LDAPException e) {
                throw new AssertionError(e);
            }
        })) {
            bench.person("Anna Rossi");
            String url = "ldaps://localhost:" + bench.port();
            copy.read(LdapBench.at(url, "trust", authority.authority().toString()));
            assertThat(copy.contacts).hasSize(1);
            assertThatThrownBy(() -> copy.read(LdapBench.at(url)))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith(NLS.bind(Messages.untrustedCertificate, "localhost", ""));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForEndsIt() throws Exception {
        try (LdapBench bench = startTls(authority.selfSigned("localhost"))) {
            for (String startTls : new String[] {"required", "preferred"}) {
                assertThatThrownBy(() -> copy.read(LdapBench.at(
                                "ldap://localhost:" + bench.port(),
                                "startTls",
                                startTls,
                                "trust",
                                authority.authority().toString())))
                        .isInstanceOf(SourceException.class)
                        .hasMessageStartingWith(NLS.bind(Messages.untrustedCertificate, "localhost", ""));
            }
        }
    }

    @Test
    void aCertificateForAnotherNameEndsItAndBothNamesAreSaid() throws Exception {
        try (LdapBench bench = startTls(authority.issue("ldap.example.test"))) {
            assertThatThrownBy(() -> copy.read(LdapBench.at(
                            "ldap://localhost:" + bench.port(),
                            "trust",
                            authority.authority().toString())))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(NLS.bind(Messages.wrongName, "localhost", "ldap.example.test, sip:ldap.example.test"));
        }
    }

    @Test
    void anExpiredCertificateEndsIt() throws Exception {
        try (LdapBench bench = startTls(authority.issueExpired("localhost"))) {
            assertThatThrownBy(() -> copy.read(LdapBench.at(
                            "ldap://localhost:" + bench.port(),
                            "trust",
                            authority.authority().toString())))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith(NLS.bind(Messages.untrustedCertificate, "localhost", ""));
        }
    }

    @Test
    void aFileOfAuthoritiesThatIsNoneIsNamed() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> copy.read(LdapBench.at("ldap://localhost:1", "trust", empty.toString())))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(empty.toString());
        assertThatThrownBy(() -> copy.read(LdapBench.at("ldap://localhost:1", "trust", folder + "/none.pem")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("none.pem");
    }

    private static LdapBench startTls(Certificates.Issued certificate) throws Exception {
        return LdapBench.start(context(certificate).getSocketFactory(), config -> {});
    }

    private static SSLContext context(Certificates.Issued certificate) throws Exception {
        char[] password = "bench".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate.pem())) {
            store.setKeyEntry("server", key(certificate.key()), password, new Certificate[] {
                CertificateFactory.getInstance("X.509").generateCertificate(pem)
            });
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static PrivateKey key(Path pem) throws Exception {
        String text = Files.readString(pem);
        String base64 = text.substring(
                text.indexOf("-----BEGIN PRIVATE KEY-----") + "-----BEGIN PRIVATE KEY-----".length(),
                text.indexOf("-----END PRIVATE KEY-----"));
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }
}
