/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** What the desktop opens pages with: it shows nothing, and remembers what it was given. */
final class Browser {

    private final Path folder;
    private final Path log;

    Browser(Path folder) throws IOException {
        this.folder = folder;
        log = folder.resolve("opened");
        Path script = folder.resolve("browser");
        Files.writeString(script, "#!/bin/sh\nprintf '%s\\n' \"$*\" >>" + log + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        Path applications = Files.createDirectories(folder.resolve("data/applications"));
        Files.writeString(
                applications.resolve("browser.desktop"),
                "[Desktop Entry]\nType=Application\nName=Browser\nExec=" + script
                        + " %u\nMimeType=x-scheme-handler/http;x-scheme-handler/https;\n");
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                config.resolve("mimeapps.list"),
                "[Default Applications]\nx-scheme-handler/http=browser.desktop\nx-scheme-handler/https=browser.desktop\n");
    }

    /** What makes it the browser of a program with this environment. */
    Map<String, String> environment() {
        return Map.of(
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString());
    }

    /** The pages it was given, in order. */
    List<String> opened() {
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
