/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.centralino.testbench.Program;

/** Maven as a partner runs it, outside our build, with the settings and the local repository of this one. */
final class Maven {

    /** The checkout. */
    static final Path ROOT = Path.of(System.getProperty("root", "../..")).toAbsolutePath();

    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final String DIRECTOR = "org.eclipse.tycho:tycho-p2-director-plugin:5.0.2:director";

    /** Where it is run; not inside another project. */
    private final Path folder;

    Maven(Path folder) {
        this.folder = folder;
    }

    /** Runs a build to its successful end. */
    void run(String... arguments) {
        Path settings = Path.of(System.getProperty("maven.settings", ""));
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("mvnw").toString());
        command.add("--batch-mode");
        command.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
        if (Files.isRegularFile(settings)) {
            command.addAll(List.of("--settings", settings.toString()));
        }
        command.addAll(List.of(arguments));
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
        try (Program maven = Program.start(folder, environment, command)) {
            assertThat(maven.awaitExit(DEADLINE)).as(maven::output).isZero();
        }
    }

    /** Has the p2 director change an installed product. */
    void direct(Path product, String... arguments) {
        List<String> all = new ArrayList<>(List.of(DIRECTOR, "-Ddestination=" + product));
        all.addAll(List.of(arguments));
        run(all.toArray(String[]::new));
    }
}
