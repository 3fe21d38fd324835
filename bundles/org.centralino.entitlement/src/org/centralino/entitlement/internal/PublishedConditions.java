/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.centralino.entitlement.EntitlementService;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

/** The Conditions that stand for features. One thread at a time. */
final class PublishedConditions {

    private final BundleContext context;
    private final Map<String, @Nullable ServiceRegistration<Condition>> conditions = new HashMap<>();
    private Map<String, String> published = Map.of();

    PublishedConditions(BundleContext context) {
        this.context = context;
    }

    /** Takes away what is not among these, tells what has another policy, and publishes what is new. */
    void set(Map<String, String> policies) {
        for (String id : List.copyOf(conditions.keySet())) {
            if (!policies.containsKey(id)) {
                withdraw(id);
            }
        }
        policies.forEach(this::publish);
        published = Map.copyOf(policies);
    }

    boolean has(ServiceReference<?> reference) {
        for (ServiceRegistration<Condition> registration : conditions.values()) {
            if (registration != null && registration.getReference().equals(reference)) {
                return true;
            }
        }
        return false;
    }

    private void publish(String id, String policy) {
        Dictionary<String, Object> properties =
                new Hashtable<>(Map.of(Condition.CONDITION_ID, id, EntitlementService.POLICY, policy));
        ServiceRegistration<Condition> there = conditions.get(id);
        if (there == null) {
            conditions.put(id, context.registerService(Condition.class, Condition.INSTANCE, properties));
        } else if (!policy.equals(published.get(id))) {
            there.setProperties(properties);
        }
    }

    private void withdraw(String id) {
        ServiceRegistration<Condition> gone = conditions.remove(id);
        if (gone != null) {
            try {
                gone.unregister();
            } catch (IllegalStateException e) {
                return; // the framework was quicker: our bundle is stopping
            }
        }
    }
}
