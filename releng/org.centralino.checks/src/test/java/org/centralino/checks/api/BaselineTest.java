/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/**
 * What bundles export is what was promised in {@code releng/baseline}, or has a version that tells what changed.
 *
 * <p>{@code releng/baseline/write} renews what was promised: it sets the system property {@code baseline.write} to the names
 * of bundles, or to {@code all}. A baseline that is there is only renewed where nothing is wrong with it.
 */
class BaselineTest {

    private static final Path BASELINE = Workspace.ROOT.resolve("releng/baseline");
    private static final String HOW = "\nIn docs/ARCHITECTURE.md, see Promises.";

    private final Set<String> toWrite =
            new TreeSet<>(Arrays.asList(System.getProperty("baseline.write", "").split("[, ]+")));

    @Example
    void whatIsExportedIsWhatWasPromised() throws Exception {
        List<String> problems = new ArrayList<>();
        for (Bundle bundle : Workspace.shippedBundles()) {
            if (!bundle.exports().isEmpty()) {
                problems.addAll(check(bundle));
            }
        }
        assertThat(problems)
                .withFailMessage(() -> String.join("\n", problems) + HOW)
                .isEmpty();
    }

    @Example
    void everyBaselineIsOfABundleThatIsShipped() throws IOException {
        Set<String> bundles = Workspace.shippedBundles().stream()
                .filter(bundle -> !bundle.exports().isEmpty())
                .map(bundle -> file(bundle).getFileName().toString())
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(BASELINE)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt")))
                    .as("Whose bundle is gone or exports nothing any more is to be deleted." + HOW)
                    .isSubsetOf(bundles);
        }
    }

    private List<String> check(Bundle bundle) throws Exception {
        boolean write = toWrite.contains("all") || toWrite.contains(bundle.name());
        SortedMap<String, Signatures> now = Signatures.read(bundle.exports(), bundle.classes());
        if (!Files.exists(file(bundle))) {
            if (write) {
                BaselineFile.write(file(bundle), now);
                return List.of();
            }
            return List.of("%s exports %s and has no baseline: write it by releng/baseline/write %s"
                    .formatted(bundle.name(), String.join(", ", bundle.exports().keySet()), bundle.name()));
        }
        SortedMap<String, Signatures> baseline = BaselineFile.read(file(bundle));
        if (write) {
            // A package that is new has nothing to be compared with.
            now.forEach(baseline::putIfAbsent);
        }
        List<String> problems = Comparison.problems(baseline, now);
        if (write && problems.isEmpty()) {
            BaselineFile.write(file(bundle), now);
        }
        return problems.stream().map(problem -> bundle.name() + ": " + problem).toList();
    }

    private static Path file(Bundle bundle) {
        return BASELINE.resolve(bundle.name() + ".txt");
    }
}
