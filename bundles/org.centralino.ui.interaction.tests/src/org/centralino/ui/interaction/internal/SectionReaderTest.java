/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.centralino.directory.Contact;
import org.centralino.ui.interaction.ContactSection;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SectionReaderTest {

    private static final String SOUND =
            "<section id='%s' order='%s' label='%s' class='" + Quiet.class.getName() + "'/>";

    private final Object token = new Object();
    private final IExtensionRegistry registry;

    SectionReaderTest() throws CoreException {
        registry = RegistryFactory.createRegistry(new OwnClasses(), token, token);
    }

    @AfterEach
    void stop() throws CoreException {
        registry.stop(token);
    }

    @Test
    void sections_stand_by_their_order_whatever_the_order_they_came_in() {
        contribute(sound("b", "450", "Orders") + sound("a", "150", "Notes"));

        assertThat(read(registry).stream().map(SectionEntry::label)).containsExactly("Notes", "Orders");
    }

    @Test
    void a_bad_entry_is_left_out_and_the_others_stay() {
        contribute(sound("sound", "1", "Sound")
                + sound("no-number", "soon", "Order")
                + sound("no-label", "2", "")
                + sound("sound", "3", "Same id")
                + "<section/>"
                + sound("missing", "4", "Class").replace("Quiet", "Nowhere")
                + sound("throws", "5", "Throws").replace("Quiet", "Throwing")
                + sound("other", "6", "Other").replace(Quiet.class.getName(), "java.lang.Object"));

        assertThat(read(registry).stream().map(SectionEntry::label)).containsExactly("Sound");
    }

    @Test
    void what_a_partner_bundle_contributes_is_there_beside_the_timeline() {
        assertThat(read(RegistryFactory.getRegistry()).stream().map(SectionEntry::id))
                .containsExactly("org.centralino.ui.interaction.timeline", "org.centralino.ui.interaction.tests.crm");
    }

    @Test
    void a_section_whose_entry_was_away_is_made_anew_and_the_others_are_the_same() {
        contribute(sound("a", "1", "Stays") + sound("b", "2", "Goes"));
        List<IConfigurationElement> present =
                new ArrayList<>(List.of(registry.getConfigurationElementsFor(SectionReader.POINT)));
        SectionReader reader = new SectionReader(() -> present, element -> null, Runnable::run);
        List<SectionEntry> before = reader.read();

        IConfigurationElement away = present.remove(1);
        assertThat(reader.read()).containsExactly(before.get(0));
        present.add(away);

        List<SectionEntry> after = reader.read();
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1)).isNotEqualTo(before.get(1));
        assertThat(after.get(1).label()).isEqualTo("Goes");
    }

    private static List<SectionEntry> read(IExtensionRegistry from) {
        return new SectionReader(
                        () -> List.of(from.getConfigurationElementsFor(SectionReader.POINT)),
                        element -> null,
                        Runnable::run)
                .read();
    }

    private static String sound(String id, String order, String label) {
        return String.format(Locale.ROOT, SOUND, id, order, label);
    }

    private void contribute(String sections) {
        String xml = "<?xml version='1.0'?><?eclipse version='3.4'?><plugin><extension-point id='sections' name='s'/>"
                + "<extension point='" + SectionReader.POINT + "'>" + sections + "</extension></plugin>";
        boolean taken = registry.addContribution(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                ContributorFactorySimple.createContributor("org.centralino.ui.interaction"),
                false,
                "test",
                null,
                token);
        assertThat(taken).isTrue();
    }

    /** A section with nothing in it. */
    public static class Quiet implements ContactSection {

        @Override
        public void create(Composite parent) {
            // nothing
        }

        @Override
        public void show(Contact contact) {
            // nothing
        }
    }

    /** A section that cannot be made. */
    public static final class Throwing extends Quiet {

        public Throwing() {
            throw new IllegalStateException("meant to fail");
        }
    }

    @NonNullByDefault({})
    private static final class OwnClasses extends RegistryStrategy {

        OwnClasses() {
            super(null, null);
        }

        @Override
        public Object createExecutableExtension(
                RegistryContributor contributor, String className, String overriddenContributorName)
                throws CoreException {
            try {
                return Class.forName(className).getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new CoreException(Status.error(className, e));
            }
        }
    }
}
