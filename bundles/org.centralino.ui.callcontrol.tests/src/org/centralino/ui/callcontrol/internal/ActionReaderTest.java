/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.centralino.telephony.Call;
import org.centralino.ui.LiveExtensions;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

class ActionReaderTest {

    private static final String SOUND =
            "<action id='%s' order='%s' label='%s' icon='file:/y.svg' class='" + Quiet.class.getName() + "'/>";

    private final Object token = new Object();
    private final IExtensionRegistry registry;

    ActionReaderTest() throws CoreException {
        registry = RegistryFactory.createRegistry(new OwnClasses(), token, token);
    }

    @AfterEach
    void stop() throws CoreException {
        registry.stop(token);
    }

    @Test
    void entries_stand_by_their_order_whatever_the_order_they_came_in() {
        contribute(sound("b", "450", "Ticket") + sound("a", "150", "Note"));

        assertThat(read().stream().map(ActionEntry::label)).containsExactly("Note", "Ticket");
    }

    @Test
    void a_bad_entry_is_left_out_and_the_others_stay() {
        contribute(sound("sound", "1", "Sound")
                + sound("no-number", "soon", "Order")
                + sound("no-label", "2", "")
                + sound("sound", "3", "Same id")
                + "<action/>"
                + sound("missing", "4", "Class").replace("Quiet", "Nowhere")
                + sound("throws", "5", "Throws").replace("Quiet", "Throwing")
                + sound("other", "6", "Other").replace(Quiet.class.getName(), "java.lang.Object")
                + sound("tone", "7", "Tone").replace("label", "tone='loud' label"));

        assertThat(read().stream().map(ActionEntry::label)).containsExactly("Sound");
    }

    @Test
    void what_is_not_given_is_what_it_is_while_off() {
        contribute(sound("a", "1", "Ticket"));

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.labelOn()).isEqualTo("Ticket");
            assertThat(entry.caption()).isEqualTo("Ticket");
            assertThat(entry.captionOn()).isEqualTo("Ticket");
            assertThat(entry.iconOn()).isEqualTo(entry.icon());
            assertThat(entry.tone()).isEqualTo(ActionEntry.Tone.NORMAL);
            assertThat(entry.whileHeld()).isFalse();
            assertThat(entry.atRight()).isFalse();
        });
    }

    @Test
    void an_entry_with_a_condition_is_there_only_while_that_is_and_its_handler_is_made_once() throws BundleException {
        Counting.made = 0;
        contribute(sound("always", "1", "Always")
                + sound("sometimes", "2", "Sometimes")
                        .replace("Quiet", "Counting")
                        .replace("<action", "<action condition='com.example.sometimes'"));
        Semaphore changed = new Semaphore(0);
        BundleContext context = context();
        try (LiveExtensions live =
                new LiveExtensions(registry, ActionReader.POINT, ActionReader.class, Runnable::run, changed::release)) {
            ActionReader reader = reader(live);
            assertThat(reader.read().stream().map(ActionEntry::label)).containsExactly("Always");
            assertThat(Counting.made).isZero();

            for (int i = 0; i < 2; i++) {
                ServiceRegistration<Condition> granted = context.registerService(
                        Condition.class,
                        Condition.INSTANCE,
                        new Hashtable<>(Map.of(Condition.CONDITION_ID, "com.example.sometimes")));
                assertThat(changed.tryAcquire()).isTrue();
                assertThat(reader.read().stream().map(ActionEntry::label)).containsExactly("Always", "Sometimes");

                granted.unregister();
                assertThat(changed.tryAcquire()).isTrue();
                assertThat(reader.read().stream().map(ActionEntry::label)).containsExactly("Always");
            }
            assertThat(Counting.made).isEqualTo(1);
        }
    }

    @Test
    void entries_come_and_go_with_who_contributes_them() throws BundleException, InterruptedException {
        context();
        Semaphore changed = new Semaphore(0);
        contribute(sound("first", "1", "First"));
        try (LiveExtensions live =
                new LiveExtensions(registry, ActionReader.POINT, ActionReader.class, Runnable::run, changed::release)) {
            ActionReader reader = reader(live);
            ActionEntry first = reader.read().get(0);

            contribute("late", sound("late", "2", "Late"));
            assertThat(changed.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            assertThat(reader.read()).hasSize(2).first().isEqualTo(first);

            changed.drainPermits();
            IExtension late = registry.getExtension(ActionReader.POINT, "org.centralino.ui.callcontrol.late");
            assertThat(registry.removeExtension(late, token)).isTrue();
            assertThat(changed.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            assertThat(reader.read()).containsExactly(first);
        }
    }

    private List<ActionEntry> read() {
        return reader(() -> List.of(registry.getConfigurationElementsFor(ActionReader.POINT)))
                .read();
    }

    private static ActionReader reader(Supplier<List<IConfigurationElement>> elements) {
        return new ActionReader(elements, element -> null, Runnable::run);
    }

    private static BundleContext context() throws BundleException {
        Bundle bundle = Objects.requireNonNull(FrameworkUtil.getBundle(ActionReader.class));
        bundle.start(Bundle.START_TRANSIENT);
        return bundle.getBundleContext();
    }

    private static String sound(String id, String order, String label) {
        return String.format(Locale.ROOT, SOUND, id, order, label);
    }

    private void contribute(String actions) {
        contribute("", "<extension-point id='actions' name='a'/>", actions);
    }

    /** More of them, under an id by which they can be taken away. */
    private void contribute(String id, String actions) {
        contribute("id='" + id + "'", "", actions);
    }

    private void contribute(String id, String point, String actions) {
        String xml = "<?xml version='1.0'?><?eclipse version='3.4'?><plugin>" + point + "<extension " + id + " point='"
                + ActionReader.POINT + "'>" + actions + "</extension></plugin>";
        boolean taken = registry.addContribution(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                ContributorFactorySimple.createContributor("org.centralino.ui.callcontrol"),
                false,
                "test",
                null,
                token);
        assertThat(taken).isTrue();
    }

    /** A handler that does nothing. */
    public static class Quiet implements CallAction {

        @Override
        public ActionState state(Call call, CallSite site) {
            return ActionState.OFF;
        }

        @Override
        public void run(Call call, CallSite site) {
            // nothing
        }
    }

    /** A handler that knows how many of it were made. */
    public static final class Counting extends Quiet {

        static int made;

        public Counting() {
            made++;
        }
    }

    /** A handler that cannot be made. */
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
