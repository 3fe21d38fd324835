/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {

    private final Object token = new Object();
    private final IExtensionRegistry registry;

    FeatureReaderTest() throws CoreException {
        registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null), token, token);
    }

    @AfterEach
    void stop() throws CoreException {
        registry.stop(token);
    }

    @Test
    void everything_that_an_entry_says_is_read() {
        contribute(
                "<feature id='com.example.crm' label='CRM' description='Cards' default='true' needs=' a.b, c.d ,'/>");

        assertThat(new FeatureReader(registry).read())
                .containsExactly(new Feature("com.example.crm", "CRM", "Cards", "true", List.of("a.b", "c.d")));
    }

    @Test
    void an_id_and_a_label_are_enough() {
        contribute("<feature id='com.example.crm' label='CRM'/>");

        assertThat(new FeatureReader(registry).read())
                .containsExactly(new Feature("com.example.crm", "CRM", "", "", List.of()));
    }

    @Test
    void a_bad_entry_is_left_out_and_the_others_stay() {
        contribute("<feature/><feature id='a.x'/><feature id='' label='Nothing'/><feature id='nodot' label='No dot'/>"
                + "<feature id='a.y' label='Sound'/><feature id='a.y' label='The same'/><other/>");

        assertThat(new FeatureReader(registry).read())
                .extracting(Feature::label)
                .containsExactly("Sound");
    }

    private void contribute(String features) {
        String xml = "<?xml version='1.0'?><?eclipse version='3.4'?><plugin><extension-point id='features' name='f'/>"
                + "<extension point='" + FeatureReader.POINT + "'>" + features + "</extension></plugin>";
        boolean taken = registry.addContribution(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                ContributorFactorySimple.createContributor("org.centralino.entitlement"),
                false,
                "test",
                null,
                token);
        assertThat(taken).isTrue();
    }
}
