/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * What a bundle promises now against what it promised when its baseline was written, by semantic versioning of packages: who
 * used or implemented it goes on to work within a major version, and nothing is new within a minor one.
 */
final class Comparison {

    private final List<String> problems = new ArrayList<>();

    private Comparison() {}

    /** What is wrong, in words on what to do; empty where all is well. */
    static List<String> problems(SortedMap<String, Signatures> baseline, SortedMap<String, Signatures> now)
            throws Exception {
        Comparison comparison = new Comparison();
        for (String name : baseline.keySet()) {
            if (now.containsKey(name)) {
                comparison.compare(name, baseline.get(name), now.get(name));
            } else {
                comparison.problems.add(
                        "%s is exported no more. It was promised with version %s; if that is meant, delete its"
                                        .formatted(name, baseline.get(name).version())
                                + " lines from the baseline and raise the bundle's major version.");
            }
        }
        for (String name : now.keySet()) {
            if (!baseline.containsKey(name)) {
                comparison.problems.add(name + " is not in the baseline yet.");
            }
        }
        return comparison.problems;
    }

    private void compare(String name, Signatures baseline, Signatures now) throws Exception {
        Diff diff = Weights.weighed(now.types()).diff(Weights.weighed(baseline.types()));
        Version needed = switch (diff.getDelta()) {
            case MAJOR -> baseline.version().bumpMajor();
            case MINOR -> baseline.version().bumpMinor();
            default -> baseline.version();
        };
        if (now.version().compareTo(needed) < 0) {
            List<String> changes = new ArrayList<>();
            gather(diff, "", changes);
            problems.add("%s has version %s and needs %s, since its baseline is %s%s"
                    .formatted(
                            name,
                            now.version(),
                            needed,
                            baseline.version(),
                            changes.isEmpty() ? "." : " and there is:\n    " + String.join("\n    ", changes)));
        }
    }

    /** What was added or removed, each with where it stands. */
    private static void gather(Diff diff, String place, List<String> changes) {
        for (Diff child : diff.getChildren()) {
            String named = child.getType().name().toLowerCase(Locale.ROOT) + " " + child.getName();
            switch (child.getDelta()) {
                case ADDED -> report(child.getNewer().ifAdded(), "added: " + named + place, changes);
                case REMOVED -> report(child.getOlder().ifRemoved(), "removed: " + named + place, changes);
                default -> gather(child, child.getType() == Type.PACKAGE ? "" : " of " + named + place, changes);
            }
        }
    }

    private static void report(Delta delta, String change, List<String> changes) {
        if (delta == Delta.MAJOR || delta == Delta.MINOR) {
            changes.add(delta + " " + change);
        }
    }
}
