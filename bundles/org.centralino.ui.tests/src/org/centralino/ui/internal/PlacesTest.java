/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.centralino.entitlement.EntitlementService;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

/** What comes and goes with a Condition, on a display. */
@NonNullByDefault({})
class PlacesTest {

    private static final String POINT = "org.centralino.ui.desk";
    private static final String CONDITION = "com.example.shown";

    private static VirtualDisplay screen;
    private static BundleContext context;

    private final Object token = new Object();
    private final IExtensionRegistry registry;
    private final Shell shell = new Shell(screen.display);
    private final List<String> filled = new ArrayList<>();

    PlacesTest() throws CoreException {
        registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null), token, token);
        shell.setLayout(new FillLayout());
    }

    @BeforeAll
    static void openDisplay() throws IOException, BundleException {
        screen = VirtualDisplay.open();
        Bundle bundle = FrameworkUtil.getBundle(Places.class);
        bundle.start(Bundle.START_TRANSIENT);
        context = bundle.getBundleContext();
    }

    @AfterAll
    static void closeDisplay() {
        if (screen != null) {
            screen.close();
        }
    }

    @AfterEach
    void stop() throws CoreException {
        shell.dispose();
        registry.stop(token);
    }

    @Test
    void a_part_with_a_condition_comes_to_its_place_and_goes_and_the_others_are_not_touched() {
        contribute("", section("c", 300, "") + section("a", 100, "") + section("b", 200, CONDITION));
        places();
        assertThat(names()).containsExactly("a", "c");
        List<Control> others = List.of(shell.getChildren());

        for (int i = 0; i < 3; i++) {
            ServiceRegistration<Condition> granted = grant();
            screen.until(() -> names().equals(List.of("a", "b", "c")));
            assertThat(shell.getChildren()).contains(others.get(0), others.get(1));

            granted.unregister();
            screen.until(() -> names().equals(List.of("a", "c")));
            assertThat(shell.getChildren()).containsExactlyElementsOf(others);
        }
        assertThat(filled).containsExactly("a", "c", "b", "b", "b");
    }

    @Test
    void a_part_comes_and_goes_with_its_bundle() {
        contribute("", section("a", 100, ""));
        places();

        contribute("id='late'", section("b", 50, ""));
        screen.until(() -> names().equals(List.of("b", "a")));

        IExtension late = Objects.requireNonNull(registry.getExtension(POINT, "org.centralino.ui.late"));
        registry.removeExtension(late, token);
        screen.until(() -> names().equals(List.of("a")));
    }

    @Test
    void a_part_that_cannot_be_filled_is_tried_once() {
        contribute("", section("broken", 100, "") + section("a", 200, "") + section("b", 300, CONDITION));
        places();
        ServiceRegistration<Condition> granted = grant();
        screen.until(() -> names().equals(List.of("a", "b")));
        granted.unregister();
        screen.until(() -> names().equals(List.of("a")));

        assertThat(filled).containsExactly("broken", "a", "b");
    }

    @Test
    void the_keyboard_stays_in_the_window_when_the_part_that_had_it_goes() {
        contribute("", section("a", 100, "") + section("b", 200, CONDITION));
        ServiceRegistration<Condition> granted = grant();
        places();
        shell.open();
        shell.forceActive();
        Composite going = (Composite) shell.getChildren()[1];
        screen.until(() -> going.setFocus() && screen.display.getFocusControl() == going);

        granted.unregister();

        screen.until(() -> screen.display.getFocusControl() == shell.getChildren()[0]);
    }

    @Test
    void the_features_of_the_user_are_a_variable_of_the_workbench() {
        FeatureSource source = new FeatureSource();
        source.initialize(null);
        assertThat(source.getProvidedSourceNames()).containsExactly("org.centralino.features");
        try {
            ServiceRegistration<Condition> granted = grant();
            screen.until(() -> source.getCurrentState().equals(Map.of("org.centralino.features", List.of(CONDITION))));

            granted.unregister();
            screen.until(() -> source.getCurrentState().equals(Map.of("org.centralino.features", List.of())));
        } finally {
            source.dispose();
        }
    }

    private void places() {
        new Places(shell, registry, POINT, () -> new Composite(shell, SWT.NONE), (contribution, place) -> {
            filled.add(contribution.id());
            place.setData(contribution.id());
            if (contribution.id().equals("broken")) {
                place.dispose();
            }
        });
    }

    private List<Object> names() {
        return Arrays.stream(shell.getChildren()).map(Control::getData).toList();
    }

    private static ServiceRegistration<Condition> grant() {
        return context.registerService(
                Condition.class,
                Condition.INSTANCE,
                new Hashtable<>(Map.of(Condition.CONDITION_ID, CONDITION, EntitlementService.POLICY, "true")));
    }

    private static String section(String id, int order, String condition) {
        return "<section id='" + id + "' order='" + order + "' class='x'"
                + (condition.isEmpty() ? "" : " condition='" + condition + "'") + "/>";
    }

    private void contribute(String id, String sections) {
        String point = id.isEmpty() ? "<extension-point id='desk' name='d'/>" : "";
        String xml = "<?xml version='1.0'?><?eclipse version='3.4'?><plugin>" + point + "<extension " + id + " point='"
                + POINT + "'>" + sections + "</extension></plugin>";
        registry.addContribution(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                ContributorFactorySimple.createContributor("org.centralino.ui"),
                false,
                "test",
                null,
                token);
    }
}
