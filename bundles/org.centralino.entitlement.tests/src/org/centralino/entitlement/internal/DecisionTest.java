/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.entitlement.Entitlement;
import org.centralino.entitlement.Entitlement.Reason;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private final Set<String> here = new HashSet<>();

    @Test
    void what_the_profile_grants_is_there_with_its_policy_and_what_it_is_silent_about_is_not() {
        assertThat(of(Map.of("a.x", "automatic"), feature("a.x", ""), feature("a.y", "")))
                .containsExactly(is("a.x", true, Reason.PROFILE, "automatic"), is("a.y", false, Reason.DEFAULT, ""));
    }

    @Test
    void a_default_counts_where_the_profile_is_silent_alone() {
        assertThat(of(Map.of(), feature("a.x", "on-demand")))
                .containsExactly(is("a.x", true, Reason.DEFAULT, "on-demand"));
        assertThat(of(Map.of("a.x", "automatic"), feature("a.x", "on-demand")))
                .containsExactly(is("a.x", true, Reason.PROFILE, "automatic"));
        assertThat(of(Map.of("a.x", "off"), feature("a.x", "on-demand")))
                .containsExactly(is("a.x", false, Reason.PROFILE, ""));
        assertThat(of(Map.of(), feature("a.x", "off"))).containsExactly(is("a.x", false, Reason.DEFAULT, ""));
    }

    @Test
    void nobody_has_anything_before_somebody_has_signed_in() {
        assertThat(of(null, feature("a.x", "on-demand"))).containsExactly(is("a.x", false, Reason.DEFAULT, ""));
    }

    @Test
    void what_is_granted_and_not_installed_is_named_with_that_reason_and_what_is_refused_is_not() {
        assertThat(of(Map.of("a.x", "true", "a.y", "off")))
                .containsExactly(is("a.x", false, Reason.MISSING_BUNDLE, "true"));
    }

    @Test
    void a_feature_whose_bundle_or_condition_is_missing_is_not_there_until_that_comes() {
        Feature needy = feature("a.x", "", "a.bundle", "a.condition");
        here.add("a.bundle");
        assertThat(of(Map.of("a.x", "true"), needy)).containsExactly(is("a.x", false, Reason.MISSING_BUNDLE, "true"));

        here.add("a.condition");
        assertThat(of(Map.of("a.x", "true"), needy)).containsExactly(is("a.x", true, Reason.PROFILE, "true"));
    }

    @Test
    void a_feature_that_needs_another_goes_with_it_whatever_the_order() {
        Feature first = feature("a.x", "", "a.y");
        Feature second = feature("a.y", "", "a.z");
        Feature third = feature("a.z", "");
        Map<String, String> all = Map.of("a.x", "true", "a.y", "true", "a.z", "true");

        assertThat(of(all, first, second, third)).allMatch(Entitlement::active);
        assertThat(of(Map.of("a.x", "true", "a.y", "true"), first, second, third))
                .noneMatch(Entitlement::active);
    }

    @Test
    void features_that_need_each_other_or_themselves_are_never_there() {
        assertThat(of(
                        Map.of("a.x", "true", "a.y", "true", "a.z", "true"),
                        feature("a.x", "", "a.y"),
                        feature("a.y", "", "a.x"),
                        feature("a.z", "", "a.z")))
                .noneMatch(Entitlement::active);
    }

    @Test
    void they_are_told_by_label() {
        assertThat(Decision.of(
                        List.of(
                                new Feature("a.x", "video", "", "", List.of()),
                                new Feature("a.y", "Recording", "", "", List.of())),
                        Map.of("a.z", "true"),
                        here::contains))
                .extracting(Entitlement::label)
                .containsExactly("a.z", "Recording", "video");
    }

    private List<Entitlement> of(@Nullable Map<String, String> grants, Feature... features) {
        return Decision.of(List.of(features), grants, here::contains);
    }

    private static Feature feature(String id, String policy, String... needs) {
        return new Feature(id, id, "", policy, List.of(needs));
    }

    private static Entitlement is(String id, boolean active, Reason reason, String policy) {
        return new Entitlement(id, id, "", active, reason, policy);
    }
}
