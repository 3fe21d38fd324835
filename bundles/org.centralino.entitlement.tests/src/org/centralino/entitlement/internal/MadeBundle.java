/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A bundle that is made and installed in the framework that runs the test, and uninstalled at the end. */
final class MadeBundle implements AutoCloseable {

    private static final String FEATURE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?eclipse version="3.4"?>
            <plugin>
               <extension point="org.centralino.entitlement.features">
                  <feature id="com.example.toggled" label="Toggled" needs="%s"/>
               </extension>
            </plugin>
            """;

    private final Bundle bundle;

    private MadeBundle(Bundle bundle) {
        this.bundle = bundle;
    }

    /** One without anything in it. */
    static MadeBundle empty(BundleContext context, String name) throws IOException, BundleException {
        return install(context, name, "");
    }

    /** One that declares the feature and has the component that is switched by it. */
    static MadeBundle toggled(BundleContext context, String needs) throws IOException, BundleException {
        return install(context, "com.example.toggled.bundle", FEATURE.replace("%s", needs));
    }

    private static MadeBundle install(BundleContext context, String name, String plugin)
            throws IOException, BundleException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name + ";singleton:=true");
        String descriptor = "OSGI-INF/" + Toggled.class.getName() + ".xml";
        if (!plugin.isEmpty()) {
            headers.putValue("Service-Component", descriptor);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            if (!plugin.isEmpty()) {
                add(jar, "plugin.xml", plugin.getBytes(StandardCharsets.UTF_8));
                copy(jar, descriptor);
                copy(jar, Toggled.class.getName().replace('.', '/') + ".class");
            }
        }
        Bundle made = context.installBundle("made:" + name, new ByteArrayInputStream(bytes.toByteArray()));
        made.start(Bundle.START_TRANSIENT);
        return new MadeBundle(made);
    }

    private static void copy(JarOutputStream jar, String name) throws IOException {
        try (InputStream in = Toggled.class.getResourceAsStream("/" + name)) {
            add(jar, name, Objects.requireNonNull(in, name).readAllBytes());
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    @Override
    public void close() throws BundleException {
        if (bundle.getState() != Bundle.UNINSTALLED) {
            bundle.uninstall();
        }
    }
}
