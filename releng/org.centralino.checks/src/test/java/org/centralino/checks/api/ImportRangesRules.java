/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.version.Version;
import aQute.bnd.version.VersionRange;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Roles of types, and the ranges by which our own bundles import them. */
@AnalyzeClasses(packages = "org.centralino", importOptions = DoNotIncludeTests.class)
class ImportRangesRules {

    /** Only then is it known what an addition to it breaks. */
    @ArchTest
    static void everyInterfaceThatIsExportedHasARole(JavaClasses classes) throws IOException {
        Map<String, Version> exports = exports();
        assertThat(classes.stream()
                        .filter(type -> exports.containsKey(type.getPackageName()))
                        .filter(type -> type.isInterface() && !type.isAnnotation() && isReachable(type))
                        .filter(type -> !type.isAnnotatedWith(Signatures.PROVIDER_TYPE)
                                && !type.isAnnotatedWith(Signatures.CONSUMER_TYPE))
                        .map(JavaClass::getName))
                .as("Who implements these: we (@ProviderType) or partners (@ConsumerType)?")
                .isEmpty();
    }

    /**
     * To whoever implements a type of ours for others every addition matters, so it takes the minor version it was written
     * for ([1.0,1.1)); everybody else takes all of the major version ([1.0,2.0)).
     */
    @ArchTest
    static void rangesFitWhatIsImplemented(JavaClasses classes) throws Exception {
        Map<String, Version> exports = exports();
        List<String> problems = new ArrayList<>();
        for (Bundle bundle : Workspace.shippedBundles()) {
            Map<String, String> provided = provided(bundle, classes);
            bundle.imports().forEach((name, range) -> {
                Version version = exports.get(name);
                if (version == null) {
                    return;
                }
                String reason = provided.get(name);
                String fitting = fitting(version, range, reason != null);
                if (!range.toString().equals(fitting)) {
                    problems.add("%s imports %s by %s and should by %s%s"
                            .formatted(bundle.name(), name, range, fitting, reason == null ? "" : ": " + reason));
                }
            });
        }
        assertThat(problems).withFailMessage(() -> String.join("\n", problems)).isEmpty();
    }

    private static String fitting(Version version, VersionRange range, boolean provided) {
        Version from = range.includes(version) ? range.getLow() : version;
        return new VersionRange(true, from, provided ? version.bumpMinor() : version.bumpMajor(), false).toString();
    }

    /** The packages that have types which a bundle implements for others, each with an example. */
    private static Map<String, String> provided(Bundle bundle, JavaClasses classes) {
        Map<String, String> provided = new HashMap<>();
        String place = "/bundles/" + bundle.name() + "/target/";
        for (JavaClass type : classes) {
            if (type.getSource()
                    .filter(source -> source.getUri().toString().contains(place))
                    .isPresent()) {
                Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                        .filter(implemented -> implemented.isAnnotatedWith(Signatures.PROVIDER_TYPE))
                        .forEach(implemented -> provided.put(
                                implemented.getPackageName(), type.getName() + " is a " + implemented.getName()));
            }
        }
        return provided;
    }

    private static boolean isReachable(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static Map<String, Version> exports() throws IOException {
        Map<String, Version> exports = new HashMap<>();
        Workspace.shippedBundles().forEach(bundle -> exports.putAll(bundle.exports()));
        return exports;
    }
}
