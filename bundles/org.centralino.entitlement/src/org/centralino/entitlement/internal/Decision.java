/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.centralino.entitlement.Entitlement;
import org.centralino.entitlement.Entitlement.Reason;
import org.centralino.entitlement.EntitlementService;
import org.eclipse.jdt.annotation.Nullable;

/** Which features somebody has of those that are installed and granted: a pure function. */
final class Decision {

    private static final Comparator<Entitlement> BY_LABEL = Comparator.comparing(
                    Entitlement::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Entitlement::id);

    private Decision() {}

    /**
     * @param grants what the profile says of each feature; null: there is nobody yet, who has nothing
     * @param present whether a bundle or a Condition is there that a feature needs
     */
    static List<Entitlement> of(
            Collection<Feature> features, @Nullable Map<String, String> grants, Predicate<String> present) {
        Map<String, String> wanted = wanted(features, grants);
        Set<String> active = active(features, wanted.keySet(), present);
        List<Entitlement> all = new ArrayList<>();
        Map<String, String> unknown = new TreeMap<>(wanted);
        for (Feature feature : features) {
            String id = feature.id();
            boolean on = active.contains(id);
            boolean said = grants != null && grants.containsKey(id);
            Reason why = said ? Reason.PROFILE : Reason.DEFAULT;
            all.add(new Entitlement(
                    id,
                    feature.label(),
                    feature.description(),
                    on,
                    !on && wanted.containsKey(id) ? Reason.MISSING_BUNDLE : why,
                    wanted.getOrDefault(id, "")));
            unknown.remove(id);
        }
        unknown.forEach((id, policy) -> all.add(new Entitlement(id, id, "", false, Reason.MISSING_BUNDLE, policy)));
        all.sort(BY_LABEL);
        return List.copyOf(all);
    }

    /** The policies of what is granted, by the profile or by default. */
    private static Map<String, String> wanted(Collection<Feature> features, @Nullable Map<String, String> grants) {
        Map<String, String> wanted = new HashMap<>();
        if (grants != null) {
            features.forEach(feature -> wanted.put(feature.id(), feature.policy()));
            wanted.putAll(grants);
            wanted.values().removeIf(policy -> policy.isEmpty() || policy.equals(EntitlementService.OFF));
        }
        return wanted;
    }

    /** Those that have what they need; where this is another feature, that one first. */
    private static Set<String> active(Collection<Feature> features, Set<String> wanted, Predicate<String> present) {
        Set<String> active = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Feature feature : features) {
                if (wanted.contains(feature.id())
                        && !active.contains(feature.id())
                        && feature.needs().stream().allMatch(need -> active.contains(need) || present.test(need))) {
                    more = active.add(feature.id());
                }
            }
        }
        return active;
    }
}
