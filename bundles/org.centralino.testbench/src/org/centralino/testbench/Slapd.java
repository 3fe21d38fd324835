/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** OpenLDAP's server on loopback with generated people below {@code ou=people}; its administrator may do everything. */
public final class Slapd implements AutoCloseable {

    public static final String BASE = "dc=example,dc=test";
    public static final String ADMINISTRATOR = "cn=admin," + BASE;
    public static final String PASSWORD = "bench-secret";

    private static final Duration START = Duration.ofSeconds(15);
    private static final Duration LOAD = Duration.ofMinutes(20);
    private static final String PACKAGES = "slapd";

    private final int port;
    private final Program program;

    private Slapd(int port, Program program) {
        this.port = port;
        this.program = program;
    }

    /**
     * Loads the people, which takes about ten seconds for 100,000, and starts the server. A million fit.
     *
     * @param folder its own, new
     * @param certificate for StartTLS; null: it knows no encryption
     */
    public static Slapd start(Path folder, People people, int count, Certificates.@Nullable Issued certificate) {
        String slapd = Program.find("slapd", PACKAGES);
        try {
            Files.createDirectories(folder.resolve("db"));
            Path config = Files.writeString(folder.resolve("slapd.conf"), config(folder, certificate));
            Path ldif = folder.resolve("people.ldif");
            Ldif.write(ldif, BASE, people.first(count));
            try (Program load = Program.start(
                    folder,
                    Map.of(),
                    List.of(Program.find("slapadd", PACKAGES), "-q", "-f", config.toString(), "-l", ldif.toString()))) {
                if (load.awaitExit(LOAD) != 0) {
                    throw new AssertionError("slapadd: " + load.output());
                }
            }
            int port = FreePorts.one();
            Program program = Program.start(
                    folder,
                    Map.of(),
                    List.of(slapd, "-d", "0", "-h", "ldap://127.0.0.1:" + port, "-f", config.toString()));
            Slapd server = new Slapd(port, program);
            try {
                server.awaitAnswer();
                return server;
            } catch (AssertionError e) {
                program.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "ldap://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        program.close();
    }

    private void awaitAnswer() {
        Await.until(START, () -> "slapd does not answer:\n" + program.output(), () -> {
            if (!program.isAlive()) {
                throw new AssertionError("slapd ended:\n" + program.output());
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static String config(Path folder, Certificates.@Nullable Issued certificate) {
        List<String> lines = new ArrayList<>(List.of(
                "include /etc/ldap/schema/core.schema",
                "include /etc/ldap/schema/cosine.schema",
                "include /etc/ldap/schema/inetorgperson.schema",
                "modulepath /usr/lib/ldap",
                "moduleload back_mdb",
                "pidfile " + folder.resolve("slapd.pid")));
        if (certificate != null) {
            lines.add("TLSCertificateFile " + certificate.pem());
            lines.add("TLSCertificateKeyFile " + certificate.key());
        }
        lines.addAll(List.of(
                "sizelimit unlimited",
                "database mdb",
                "maxsize 17179869184", // reserved in the address space alone; the file grows as it is filled
                "suffix \"" + BASE + "\"",
                "rootdn \"" + ADMINISTRATOR + "\"",
                "rootpw " + PASSWORD,
                "directory " + folder.resolve("db"),
                "index objectClass,entryUUID,modifyTimestamp eq",
                "access to * by * read",
                ""));
        return String.join("\n", lines);
    }
}
