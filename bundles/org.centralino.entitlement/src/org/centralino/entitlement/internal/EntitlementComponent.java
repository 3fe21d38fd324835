/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.centralino.entitlement.Entitlement;
import org.centralino.entitlement.EntitlementListener;
import org.centralino.entitlement.EntitlementService;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service. One thread looks at the profile's grants, the registry and the bundles whenever one of these changed, and
 * brings the Conditions up to what it found; so there are no locks, and what others do on a Condition's coming or going
 * holds up nobody but it.
 */
@Component(service = EntitlementService.class)
public final class EntitlementComponent implements EntitlementService, IRegistryEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(EntitlementComponent.class);
    private static final int PATIENCE_S = 5;

    private final IExtensionRegistry registry;
    private final FeatureReader features;
    private final Surroundings surroundings;
    private final PublishedConditions conditions;
    private final Map<EntitlementListener, Teller> listeners = new ConcurrentHashMap<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("entitlement").daemon().factory());
    private final ExecutorService telling = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("entitlement listener").daemon().factory());
    private volatile List<Entitlement> entitlements = List.of();
    private @Nullable Map<String, String> grants;

    @Activate
    public EntitlementComponent(BundleContext context, @Reference IExtensionRegistry registry) {
        this.registry = registry;
        features = new FeatureReader(registry);
        conditions = new PublishedConditions(context);
        surroundings = new Surroundings(context, conditions::has, this::lookAgain);
        surroundings.open();
        registry.addListener(this, FeatureReader.POINT);
        CompletableFuture.runAsync(this::update, work).join();
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        registry.removeListener(this);
        surroundings.close();
        work.shutdown();
        if (!work.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
            LOG.warn("Somebody has not come back from a change of the features");
        }
        conditions.set(Map.of());
        telling.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(EntitlementListener listener) {
        listeners.put(listener, new Teller(listener, telling));
    }

    void removeListener(EntitlementListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void use(Map<String, String> wanted) {
        Map<String, String> copy = Map.copyOf(wanted);
        CompletableFuture.runAsync(
                        () -> {
                            grants = copy;
                            update();
                        },
                        work)
                .join();
    }

    @Override
    public List<Entitlement> entitlements() {
        return entitlements;
    }

    private void lookAgain() {
        try {
            work.execute(() -> {
                try {
                    update();
                } catch (RuntimeException e) {
                    LOG.error("The features could not be brought up to date", e);
                }
            });
        } catch (RejectedExecutionException e) {
            return; // it is over
        }
    }

    private void update() {
        List<Feature> declared = features.read();
        Set<String> needs = new HashSet<>();
        declared.forEach(feature -> needs.addAll(feature.needs()));
        surroundings.watch(needs);
        List<Entitlement> now = Decision.of(declared, grants, surroundings::has);
        Map<String, String> policies = new HashMap<>();
        now.stream()
                .filter(Entitlement::active)
                .forEach(entitlement -> policies.put(entitlement.id(), entitlement.policy()));
        conditions.set(policies);
        if (!now.equals(entitlements)) {
            entitlements = now;
            listeners.values().forEach(Teller::changed);
        }
    }

    @Override
    @NonNullByDefault({})
    public void added(IExtension[] extensions) {
        lookAgain();
    }

    @Override
    @NonNullByDefault({})
    public void removed(IExtension[] extensions) {
        lookAgain();
    }

    @Override
    @NonNullByDefault({})
    public void added(IExtensionPoint[] points) {
        lookAgain();
    }

    @Override
    @NonNullByDefault({})
    public void removed(IExtensionPoint[] points) {
        lookAgain();
    }
}
