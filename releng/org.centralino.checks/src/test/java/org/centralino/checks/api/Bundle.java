/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.version.Version;
import aQute.bnd.version.VersionRange;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * A bundle as its manifest has it.
 *
 * @param name symbolic
 * @param folder where it is built
 * @param exports the packages that others may rely on, with their versions
 * @param imports the packages that it imports, with their ranges
 */
record Bundle(String name, Path folder, SortedMap<String, Version> exports, Map<String, VersionRange> imports) {

    static Bundle in(Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return of(folder, new Manifest(in).getMainAttributes());
        }
    }

    private static Bundle of(Path folder, Attributes manifest) {
        SortedMap<String, Version> exports = new TreeMap<>();
        OSGiHeader.parseHeader(manifest.getValue("Export-Package")).forEach((name, attributes) -> {
            if (!name.contains(".internal")) {
                exports.put(name, Version.parseVersion(attributes.getVersion()));
            }
        });
        Map<String, VersionRange> imports = new TreeMap<>();
        OSGiHeader.parseHeader(manifest.getValue("Import-Package"))
                .forEach((name, attributes) -> imports.put(
                        name, new VersionRange(attributes.getVersion() == null ? "0" : attributes.getVersion())));
        String name = OSGiHeader.parseHeader(manifest.getValue("Bundle-SymbolicName"))
                .keySet()
                .iterator()
                .next();
        return new Bundle(name, folder, exports, imports);
    }

    /** Its jar, or the folder of its classes, whichever this build made. */
    Path classes() {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            if (path.startsWith(folder.resolve("target"))) {
                return path;
            }
        }
        throw new AssertionError(
                name + " is not on the class path: add it to the dependencies in releng/org.centralino.checks/pom.xml");
    }
}
