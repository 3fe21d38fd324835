/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A certificate authority of the test, and SIP servers' certificates by it (RFC 5922: the domain is in the subject's alternative
 * names, as DNS name and as SIP URI) — good ones and each kind of bad one.
 */
public final class Certificates {
    private static final String SECRET = "test bench";
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path store;

    /** @param pem the certificate, in PEM @param key its private key, PKCS 8 in PEM */
    public record Issued(Path pem, Path key) {}

    /** @param folder where everything is written */
    public Certificates(Path folder) {
        this.folder = folder;
        store = folder.resolve("authority.p12");
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test bench authority", "-ext", "bc:critical=ca:true");
        write("ca");
    }

    /** The authority's own certificate: what a client is to trust. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /** A trust store (PKCS 12) that holds the authority's certificate alone. */
    public Path trustStore() {
        Path file = folder.resolve("trust.p12");
        try (var out = Files.newOutputStream(file)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", load().getCertificate("ca"));
            trusted.store(out, trustStorePassword().toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public String trustStorePassword() {
        return SECRET;
    }

    /** A good certificate for a SIP domain. */
    public Issued issue(String domain) {
        keytool("-genkeypair", "-alias", domain, "-signer", "ca", "-dname", "CN=" + domain, "-ext", names(domain));
        return write(domain);
    }

    /** A certificate for a SIP domain that was good until yesterday. */
    public Issued issueExpired(String domain) {
        String alias = "expired." + domain;
        keytool(
                "-genkeypair", "-alias", alias, "-signer", "ca", "-dname", "CN=" + domain, "-ext", names(domain),
                "-startdate", "-3d", "-validity", "2");
        return write(alias);
    }

    /** A certificate for a SIP domain that no authority vouches for. */
    public Issued selfSigned(String domain) {
        String alias = "self." + domain;
        keytool("-genkeypair", "-alias", alias, "-dname", "CN=" + domain, "-ext", names(domain));
        return write(alias);
    }

    private static String names(String domain) {
        return "san=dns:" + domain + ",uri:sip:" + domain;
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12", "-storepass", SECRET));
        command.addAll(List.of("-keystore", store.toString()));
        try (Program keytool = Program.start(folder, Map.of(), command)) {
            if (keytool.awaitExit(DEADLINE) != 0) {
                throw new AssertionError("keytool: " + keytool.output());
            }
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(in, SECRET.toCharArray());
            return all;
        }
    }

    private Issued write(String alias) {
        try {
            KeyStore all = load();
            Certificate certificate = all.getCertificate(alias);
            Issued issued = new Issued(folder.resolve(alias + ".pem"), folder.resolve(alias + ".key"));
            Files.writeString(issued.pem(), pem("CERTIFICATE", certificate.getEncoded()));
            byte[] key = all.getKey(alias, SECRET.toCharArray()).getEncoded();
            Files.writeString(issued.key(), pem("PRIVATE KEY", key));
            return issued;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        String text = Base64.getMimeEncoder(64, lineEnd).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
