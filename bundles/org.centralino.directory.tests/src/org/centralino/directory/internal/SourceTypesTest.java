/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.centralino.directory.Kind;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTypesTest {

    private final Object token = new Object();
    private final IExtensionRegistry registry;

    @TempDir
    Path folder = Path.of("");

    SourceTypesTest() throws CoreException {
        registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null), token, token);
    }

    @AfterEach
    void stop() throws CoreException {
        registry.stop(token);
    }

    @Test
    void types_have_labels_and_bad_entries_are_left_out() {
        contribute("<source id='a' type='ldap' label='LDAP'/><source id='b' type='csv'/><source/>"
                + "<source id='c' type='' label='Nothing'/><source id='d' type='ldap' label='Another'/>"
                + "<source id='e' type='vcard' label='vCard'/>");

        assertThat(SourceTypes.labels(registry)).containsOnly(Map.entry("ldap", "LDAP"), Map.entry("vcard", "vCard"));
    }

    @Test
    void a_source_that_the_profile_gives_no_label_has_its_types() {
        contribute("<source id='a' type='test' label='Test people'/>");
        DirectoryComponent directory = Directories.in(folder);
        try {
            directory.setRegistry(registry);
            directory.use(
                    "anna",
                    "IT",
                    List.of(
                            new SourceSettings("1", "test", Kind.INTERNAL, "", Map.of()),
                            new SourceSettings("2", "test", Kind.INTERNAL, "Ours", Map.of()),
                            new SourceSettings("3", "other", Kind.INTERNAL, "", Map.of())),
                    List.of());

            assertThat(directory.sources().subList(0, 3).stream().map(status -> status.label()))
                    .containsExactly("Test people", "Ours", "other");
        } finally {
            Directories.stop(directory);
        }
    }

    private void contribute(String sources) {
        String xml = "<?xml version='1.0'?><?eclipse version='3.4'?><plugin><extension-point id='sources' name='s'/>"
                + "<extension point='" + SourceTypes.POINT + "'>" + sources + "</extension></plugin>";
        boolean taken = registry.addContribution(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                ContributorFactorySimple.createContributor("org.centralino.directory"),
                false,
                "test",
                null,
                token);
        assertThat(taken).isTrue();
    }
}
