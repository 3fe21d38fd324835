/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A certificate authority of the test, and SIP servers' certificates by it (RFC 5922: the domain is in the subject's alternative
 * names, as DNS name and as SIP URI) — good ones and each kind of bad one.
 */
public final class Certificates {
    private static final String SECRET = "bench-secret";
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Path folder;

    /** @param pem the certificate, in PEM @param key its private key, PKCS 8 in PEM */
    public record Issued(Path pem, Path key) {}

    /** @param folder where everything is written */
    public Certificates(Path folder) {
        this.folder = folder.toAbsolutePath();
        openssl(request("Test bench authority", "ca", "basicConstraints=critical,CA:TRUE"));
    }

    /** The authority's own certificate: what a client is to trust. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /** A trust store (PKCS 12) that holds the authority's certificate alone. */
    public Path trustStore() {
        Path file = folder.resolve("trust.p12");
        try (InputStream pem = Files.newInputStream(authority());
                OutputStream out = Files.newOutputStream(file)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            trusted.store(out, SECRET.toCharArray());
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
        List<String> request = request(domain, domain, names(domain));
        request.addAll(List.of("-CA", authority().toString(), "-CAkey", file("ca.key")));
        openssl(request);
        return issued(domain);
    }

    /** A certificate for a SIP domain that was good until yesterday. */
    public Issued issueExpired(String domain) {
        String name = "expired." + domain;
        // Of the two tools only this one lets a certificate begin in the past.
        openssl(List.of(
                "pkcs12",
                "-export",
                "-name",
                "ca",
                "-in",
                file("ca.pem"),
                "-inkey",
                file("ca.key"),
                "-out",
                file("ca.p12"),
                "-passout",
                "pass:" + SECRET));
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-signer",
                "ca",
                "-dname",
                "CN=" + domain,
                "-ext",
                "san=dns:" + domain + ",uri:sip:" + domain,
                "-startdate",
                "-3d",
                "-validity",
                "2",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-keystore",
                file("ca.p12"),
                "-storepass",
                SECRET));
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-keystore",
                file("ca.p12"),
                "-storepass",
                SECRET,
                "-file",
                file(name + ".pem")));
        // Else its key would be the first in the file, and servers take the first.
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-delete",
                "-alias",
                "ca",
                "-keystore",
                file("ca.p12"),
                "-storepass",
                SECRET));
        openssl(List.of(
                "pkcs12",
                "-in",
                file("ca.p12"),
                "-nodes",
                "-nocerts",
                "-passin",
                "pass:" + SECRET,
                "-out",
                file(name + ".key")));
        return issued(name);
    }

    /** A certificate for a SIP domain that no authority vouches for. */
    public Issued selfSigned(String domain) {
        String name = "self." + domain;
        openssl(request(domain, name, names(domain)));
        return issued(name);
    }

    private static String names(String domain) {
        return "subjectAltName=DNS:" + domain + ",URI:sip:" + domain;
    }

    private List<String> request(String subject, String name, String extension) {
        return new ArrayList<>(List.of(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=" + subject,
                "-addext",
                extension,
                "-keyout",
                file(name + ".key"),
                "-out",
                file(name + ".pem")));
    }

    private void openssl(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Program.find("openssl", "openssl")));
        command.addAll(arguments);
        run(command);
    }

    private void run(List<String> command) {
        try (Program program = Program.start(folder, Map.of(), command)) {
            if (program.awaitExit(DEADLINE) != 0) {
                throw new AssertionError(command + ": " + program.output());
            }
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Issued issued(String name) {
        return new Issued(folder.resolve(name + ".pem"), folder.resolve(name + ".key"));
    }
}
