/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A partner's bundle, compiled against the product's own bundles and added to them for one start.
 *
 * @param symbolicName also its package; its class is called Partner
 * @param plugin what it contributes; empty: nothing
 * @param listens whether it is a listener to calls
 */
record PartnerBundle(String symbolicName, String name, String source, String plugin, boolean listens) {

    private static final Path PRODUCT = Path.of(System.getProperty("root", "../.."))
            .resolve("releng/org.centralino.product/target/products/centralino/linux/gtk")
            .resolve(System.getProperty("os.arch").replace("amd64", "x86_64"))
            .toAbsolutePath()
            .normalize();

    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
               <implementation class="%1$s.Partner"/>
               <service><provide interface="org.centralino.telephony.CallListener"/></service>
            </scr:component>
            """;

    private static final String IMPORTS = "org.centralino.telephony,org.centralino.ui.callcontrol";

    /** One that listens to calls and does this for each. */
    static PartnerBundle listening(String symbolicName, String name, String body) {
        String source = """
                package %s;

                public final class Partner implements org.centralino.telephony.CallListener {
                    @Override
                    public void callChanged(org.centralino.telephony.Call call) {
                        %s
                    }
                }
                """.formatted(symbolicName, body);
        return new PartnerBundle(symbolicName, name, source, "", true);
    }

    /** What makes the product start with these, too: an option of the JVM. */
    static String option(Path folder, List<PartnerBundle> partners) {
        try {
            Path listed = PRODUCT.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
            String lines = Files.readAllLines(listed).stream()
                    .map(PartnerBundle::absolute)
                    .collect(Collectors.joining("\n", "", "\n"));
            StringBuilder all = new StringBuilder(lines);
            for (PartnerBundle partner : partners) {
                Path jar = partner.build(Files.createDirectories(folder.resolve(partner.symbolicName())));
                all.append(partner.symbolicName())
                        .append(",1.0.0,")
                        .append(jar.toUri())
                        .append(",4,false\n");
            }
            Path own = Files.writeString(folder.resolve("bundles.info"), all);
            return "-Dorg.eclipse.equinox.simpleconfigurator.configUrl=" + own.toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The product's own paths begin at its folder. */
    private static String absolute(String line) {
        String[] fields = line.split(",");
        if (line.startsWith("#") || fields.length != 5) {
            return line;
        }
        fields[2] = PRODUCT.toUri().resolve(fields[2]).toString();
        return String.join(",", fields);
    }

    private Path build(Path folder) throws IOException {
        Path java = Files.writeString(folder.resolve("Partner.java"), source);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(java, classes);
        Path jar = folder.resolve(symbolicName + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest());
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(entries, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            if (listens) {
                add(
                        entries,
                        "OSGI-INF/partner.xml",
                        COMPONENT.formatted(symbolicName).getBytes(StandardCharsets.UTF_8));
            }
            if (!plugin.isEmpty()) {
                add(entries, "plugin.xml", plugin.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static void compile(Path java, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> plugins = Files.list(PRODUCT.resolve("plugins"))) {
            String classPath = plugins.map(Path::toString)
                    .filter(path -> path.contains("org.centralino.") && path.endsWith(".jar"))
                    .collect(Collectors.joining(":"));
            List<String> options = List.of("--release", "21", "-cp", classPath, "-d", classes.toString());
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(java))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", symbolicName + ";singleton:=true");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Name", name);
        headers.putValue("Bundle-ActivationPolicy", "lazy");
        headers.putValue("Import-Package", IMPORTS);
        if (listens) {
            headers.putValue("Service-Component", "OSGI-INF/partner.xml");
        }
        return manifest;
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
