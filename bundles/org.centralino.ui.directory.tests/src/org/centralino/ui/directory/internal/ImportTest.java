/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Kind;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;
import org.centralino.testbench.People;
import org.centralino.testbench.Slapd;
import org.centralino.ui.widgets.BarButton;
import org.centralino.ui.widgets.PillButton;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** What status bar and dialog show of an import, and how it is cancelled there, with the directory's own service. */
@NonNullByDefault({})
class ImportTest {

    private static final Set<String> RUNNING =
            Set.of("org.apache.felix.scr", "org.centralino.directory", "org.centralino.directory.ldap");
    private static final String LABEL = "Staff";
    private static final int PEOPLE = 1000;
    private static final int MANY = 100_000;
    private static final Duration IMPORT = Duration.ofSeconds(120);

    private static VirtualDisplay screen;
    private static BundleContext context;
    private static DirectoryService directory;

    private final Shell shell = new Shell(screen.display, SWT.SHELL_TRIM);
    private DirectoryItem item;
    private BarButton bar;

    @BeforeAll
    static void start() throws BundleException, InterruptedException {
        Bundle bundle = FrameworkUtil.getBundle(DirectoryItem.class);
        bundle.start(Bundle.START_TRANSIENT);
        context = bundle.getBundleContext();
        for (Bundle each : context.getBundles()) {
            if (RUNNING.contains(each.getSymbolicName())) {
                each.start(Bundle.START_TRANSIENT);
            }
        }
        ServiceTracker<DirectoryService, DirectoryService> tracker =
                new ServiceTracker<>(context, DirectoryService.class, null);
        tracker.open();
        directory = tracker.waitForService(20_000);
        assertThat(directory).isNotNull();
    }

    @BeforeAll
    static void openDisplay() throws IOException {
        screen = VirtualDisplay.open();
    }

    @BeforeEach
    void open() {
        shell.setLayout(new FillLayout());
        Composite place = new Composite(shell, SWT.NONE);
        place.setLayout(new FillLayout());
        item = new DirectoryItem(place);
        item.start();
        bar = (BarButton) place.getChildren()[0];
        shell.setBounds(0, 0, 400, 60);
        shell.open();
    }

    @AfterEach
    void close() {
        item.close();
        shell.dispose();
        use(List.of());
    }

    @Test
    void how_far_an_import_is_can_be_seen_and_it_is_cancelled_and_begun_again() throws Exception {
        Hesitant source = new Hesitant();
        ServiceRegistration<DirectorySource> registration = context.registerService(
                DirectorySource.class, source, new Hashtable<>(Map.of(DirectorySource.TYPE, "hesitant")));
        try {
            use(List.of(settings("hesitant", Map.of())));
            screen.until(() -> status().done() == PEOPLE / 2);
            bar.press();
            String half = NLS.bind(Messages.readOf, Words.number(PEOPLE / 2), Words.number(PEOPLE));
            assertThat(bar.accessibleName()).isEqualTo(NLS.bind(Messages.statusReading, half));
            assertThat(progress().getSelection()).isEqualTo(50);

            button(Messages.cancelNamed).press();
            screen.until(() -> progress() == null && button(Messages.refreshNamed) != null);
            assertThat(status().failure()).isNotEmpty();
            assertThat(bar.accessibleName()).isEqualTo(Messages.statusDown);
            assertThat(found("person")).isZero();

            source.goesOn.countDown();
            button(Messages.refreshNamed).press();
            screen.until(() -> bar.accessibleName().equals(complete(PEOPLE)) && progress() == null);
            assertThat(status().failure()).isNull();
            assertThat(found("person 17")).isPositive();
        } finally {
            registration.unregister();
        }
    }

    @Test
    @Tag("long")
    void an_import_of_a_hundred_thousand_entries_is_cancelled_while_it_goes_on(@TempDir Path folder) throws Exception {
        try (Slapd slapd = Slapd.start(folder.resolve("slapd"), new People(3), MANY, null)) {
            use(List.of(settings("ldap", Map.of("url", List.of(slapd.url()), "base", List.of(Slapd.BASE)))));
            bar.press();
            screen.until(IMPORT, () -> progress() != null && progress().getSelection() >= 10);
            button(Messages.cancelNamed).press();
            screen.until(() -> progress() == null);
            assertThat(status().state()).isEqualTo(SourceStatus.State.FAILED);
            assertThat(status().contacts()).isZero();

            button(Messages.refreshNamed).press();
            int[] most = {0};
            screen.until(IMPORT, () -> {
                ProgressBar present = progress();
                most[0] = Math.max(most[0], present == null ? 0 : present.getSelection());
                return bar.accessibleName().equals(complete(MANY));
            });
            assertThat(most[0]).as("the bar went on to near its end").isGreaterThan(80);
        }
    }

    private static void use(List<SourceSettings> settings) {
        // Nothing is left from another run.
        directory.use("import test " + UUID.randomUUID(), "IT", settings, List.of());
    }

    private static SourceSettings settings(String type, Map<String, List<String>> values) {
        return new SourceSettings("staff", type, Kind.INTERNAL, LABEL, values);
    }

    private static SourceStatus status() {
        return directory.sources().stream()
                .filter(status -> status.id().equals("staff"))
                .findFirst()
                .orElseThrow();
    }

    private static int found(String text) throws InterruptedException, ExecutionException, TimeoutException {
        return directory
                .search(new SearchQuery(text, SearchQuery.Scope.ALL, 0, 5))
                .get(20, TimeUnit.SECONDS)
                .total();
    }

    private static String complete(int people) {
        return NLS.bind(Messages.statusAge, NLS.bind(Messages.statusMany, Words.number(people)), Messages.ageNow);
    }

    /** Of the dialog; null where there is none. */
    private static ProgressBar progress() {
        for (Control control : VirtualDisplay.within(dialog()).toList()) {
            if (control instanceof ProgressBar bar) {
                return bar;
            }
        }
        return null;
    }

    /** Of the dialog; null where there is none of that name now. */
    private static PillButton button(String named) {
        for (Control control : VirtualDisplay.within(dialog()).toList()) {
            if (control instanceof PillButton button && button.accessibleName().equals(NLS.bind(named, LABEL))) {
                return button;
            }
        }
        return null;
    }

    private static Shell dialog() {
        return Arrays.stream(screen.display.getShells())
                .filter(shell -> shell.getText().equals(Messages.sources))
                .findFirst()
                .orElseThrow();
    }

    /** Gives half of its people, and the others when it is let go on. */
    @NonNullByDefault
    private static final class Hesitant implements DirectorySource {

        final CountDownLatch goesOn = new CountDownLatch(1);

        @Override
        public @Nullable String read(SourceSettings settings, @Nullable String since, ContactSink sink)
                throws InterruptedException {
            sink.all(PEOPLE);
            for (int i = 0; i < PEOPLE; i++) {
                if (i == PEOPLE / 2) {
                    goesOn.await();
                }
                sink.put(FakeDirectory.colleague("Person " + i, String.valueOf(50_000 + i)), null);
            }
            return null;
        }
    }
}
