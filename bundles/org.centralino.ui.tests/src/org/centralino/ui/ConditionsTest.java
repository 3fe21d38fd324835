/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.entitlement.EntitlementService;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

class ConditionsTest {

    private final BundleContext context;
    private final AtomicInteger changes = new AtomicInteger();

    ConditionsTest() throws BundleException {
        Bundle bundle = Objects.requireNonNull(FrameworkUtil.getBundle(Conditions.class));
        bundle.start(Bundle.START_TRANSIENT);
        context = bundle.getBundleContext();
    }

    @Test
    void a_condition_is_there_from_its_coming_to_its_going_and_both_are_told() {
        ServiceRegistration<Condition> before = publish("com.example.before", Map.of());
        try (Conditions conditions = new Conditions(Conditions.class, Runnable::run, changes::incrementAndGet)) {
            assertThat(changes).hasValue(0);
            assertThat(conditions.has("com.example.before")).isTrue();
            assertThat(conditions.has("com.example.after")).isFalse();

            ServiceRegistration<Condition> after = publish("com.example.after", Map.of());
            assertThat(changes).hasValue(1);
            assertThat(conditions.has("com.example.after")).isTrue();

            after.unregister();
            assertThat(changes).hasValue(2);
            assertThat(conditions.has("com.example.after")).isFalse();
        } finally {
            before.unregister();
        }
    }

    @Test
    void what_names_no_condition_is_always_there() {
        try (Conditions conditions = new Conditions(Conditions.class, Runnable::run, changes::incrementAndGet)) {
            assertThat(conditions.has("")).isTrue();
        }
    }

    @Test
    void two_conditions_of_one_id_are_there_until_the_last_one_goes() {
        try (Conditions conditions = new Conditions(Conditions.class, Runnable::run, changes::incrementAndGet)) {
            ServiceRegistration<Condition> one = publish("com.example.twice", Map.of());
            ServiceRegistration<Condition> two = publish("com.example.twice", Map.of());
            one.unregister();
            assertThat(conditions.has("com.example.twice")).isTrue();
            two.unregister();
            assertThat(conditions.has("com.example.twice")).isFalse();
        }
    }

    @Test
    void features_are_those_with_a_policy_and_another_policy_is_told() {
        ServiceRegistration<Condition> plain = publish("com.example.plain", Map.of());
        ServiceRegistration<Condition> crm = publish("com.example.crm", Map.of(EntitlementService.POLICY, "true"));
        try (Conditions conditions = new Conditions(Conditions.class, Runnable::run, changes::incrementAndGet)) {
            assertThat(conditions.features()).containsExactly("com.example.crm");

            crm.setProperties(properties("com.example.crm", Map.of(EntitlementService.POLICY, "weekdays")));
            assertThat(changes).hasValue(1);
            assertThat(conditions.features()).containsExactly("com.example.crm");
        } finally {
            plain.unregister();
            crm.unregister();
        }
        assertThat(changes).hasValue(1);
    }

    private ServiceRegistration<Condition> publish(String id, Map<String, String> more) {
        return context.registerService(Condition.class, Condition.INSTANCE, properties(id, more));
    }

    private static Dictionary<String, Object> properties(String id, Map<String, String> more) {
        Dictionary<String, Object> properties = new Hashtable<>(more);
        properties.put(Condition.CONDITION_ID, id);
        return properties;
    }
}
