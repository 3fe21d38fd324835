/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.centralino.testbench.Await;
import org.centralino.testbench.Program;

/** nginx with its module for WebDAV, on loopback. */
public final class Nginx implements AutoCloseable {

    public static final String USER = "anna";

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Duration START = Duration.ofSeconds(10);

    private final Path folder;
    private final Program program;

    private Nginx(Path folder, Program program) {
        this.folder = folder;
        this.program = program;
    }

    /** @param folder its own, new */
    public static Nginx start(Path folder, int port, String password) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new AssertionError(PROGRAM + " is missing: apt-get install --no-install-recommends nginx-light");
        }
        Files.createDirectories(folder.resolve("www"));
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve("users"), USER + ":{PLAIN}" + password + "\n");
        Path config = Files.writeString(folder.resolve("nginx.conf"), config(folder, port));
        Program program = Program.start(
                folder,
                Map.of(),
                List.of(PROGRAM.toString(), "-p", folder.toString(), "-e", "error.log", "-c", config.toString()));
        Nginx nginx = new Nginx(folder, program);
        Await.until(START, () -> "nginx does not answer: " + program.output(), () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
        return nginx;
    }

    private static String config(Path folder, int port) {
        return """
            daemon off;
            master_process off;
            pid %1$s/nginx.pid;
            events {}
            http {
                access_log %1$s/access.log;
                client_body_temp_path %1$s/tmp;
                proxy_temp_path %1$s/tmp;
                fastcgi_temp_path %1$s/tmp;
                uwsgi_temp_path %1$s/tmp;
                scgi_temp_path %1$s/tmp;
                client_max_body_size 0;
                server {
                    listen 127.0.0.1:%2$d;
                    root %1$s/www;
                    dav_methods PUT;
                    create_full_put_path on;
                    auth_basic store;
                    auth_basic_user_file %1$s/users;
                }
            }
            """.formatted(folder, port);
    }

    /** A file that it has, by its path. */
    public Path file(String path) {
        return folder.resolve("www").resolve(path);
    }

    /** What it was asked for, and what it answered. */
    public String log() throws IOException {
        Path log = folder.resolve("access.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() {
        program.close();
    }
}
