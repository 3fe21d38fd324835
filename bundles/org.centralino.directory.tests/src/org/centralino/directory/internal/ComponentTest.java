/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Kind;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** The service as the workstation finds it; without a framework there is nothing to find. */
class ComponentTest {

    @Test
    void sources_and_listeners_come_and_go_as_services() throws BundleException, InterruptedException {
        Optional<Bundle> bundle = Optional.ofNullable(FrameworkUtil.getBundle(DirectoryService.class));
        Assumptions.assumeTrue(bundle.isPresent());
        comeAndGo(bundle.orElseThrow());
    }

    private static void comeAndGo(Bundle bundle) throws BundleException, InterruptedException {
        bundle.start(Bundle.START_TRANSIENT);
        BundleContext context = bundle.getBundleContext();
        for (Bundle each : context.getBundles()) {
            if ("org.apache.felix.scr".equals(each.getSymbolicName())) {
                each.start(Bundle.START_TRANSIENT);
            }
        }
        ServiceTracker<DirectoryService, DirectoryService> tracker =
                new ServiceTracker<>(context, DirectoryService.class, null);
        tracker.open();
        DirectoryService directory = tracker.waitForService(20_000);
        assertThat(directory).isInstanceOf(DirectoryComponent.class);

        directory.use(
                "component test",
                "IT",
                List.of(new SourceSettings("c", "comes", Kind.EXTERNAL, "C", Map.of())),
                List.of());
        CompletableFuture<Boolean> changed = new CompletableFuture<>();
        ServiceRegistration<DirectoryListener> listening = context.registerService(
                DirectoryListener.class,
                new DirectoryListener() {
                    @Override
                    public void contactsChanged() {
                        if (total(directory) == 1) {
                            changed.complete(true);
                        }
                    }
                },
                new Hashtable<>());
        Dictionary<String, Object> type = new Hashtable<>(Map.of(DirectorySource.TYPE, "comes"));
        ServiceRegistration<DirectorySource> source = context.registerService(
                DirectorySource.class, Directories.giving(List.of(Directories.contact("1", "Mario Rossi"))), type);
        try {
            assertThat(Directories.get(changed)).isTrue();
        } finally {
            directory.use("component test", "IT", List.of(), List.of());
            source.unregister();
            listening.unregister();
            tracker.close();
            bundle.stop(Bundle.STOP_TRANSIENT);
        }
        Directories.awaitNoThreads();
    }

    private static int total(DirectoryService directory) {
        return Directories.get(directory.search(new SearchQuery("mario", SearchQuery.Scope.EXTERNAL, 0, 5)))
                .total();
    }
}
