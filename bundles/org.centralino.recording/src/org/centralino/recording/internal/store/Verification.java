/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.centralino.recording.internal.store.RecordingStore.Link;

/**
 * What the chain says of the recordings that are here.
 *
 * @param damaged names of recordings whose file or row was changed, or whose file is gone
 * @param problems the same for people, and rows that are gone
 */
record Verification(Set<String> damaged, List<String> problems) {

    /** Reads every file, which takes its time. */
    static Verification of(List<Link> links) {
        Verification result = new Verification(new LinkedHashSet<>(), new ArrayList<>());
        String before = Chain.BEGINNING;
        long expected = 1;
        for (Link link : links) {
            if (link.number() != expected) {
                result.problems.add("rows are gone between links " + (expected - 1) + " and " + link.number());
            }
            if (!Chain.link(before, link.number(), link.row().sha(), link.facts())
                            .equals(link.chain())
                    && link.number() == expected) {
                result.found(link, "its row does not fit the chain");
            }
            if (!link.deleted()) {
                result.check(link);
            }
            before = link.chain();
            expected = link.number() + 1;
        }
        return result;
    }

    private void check(Link link) {
        Row row = link.row();
        if (!Chain.facts(row).equals(link.facts())) {
            found(link, "its row was changed");
        }
        if (row.isHere()) {
            String problem = problem(row);
            if (!problem.isEmpty()) {
                found(link, problem);
            }
        }
    }

    /** What is wrong with a file that is complete; empty where nothing is. */
    static String problem(Row row) {
        try {
            Path file = FileNames.existing(row.folder(), row.name());
            return Chain.hash(file).equals(row.sha()) ? "" : "its file was changed";
        } catch (IOException e) {
            return "its file is gone or cannot be read: " + e.getMessage();
        }
    }

    private void found(Link link, String what) {
        damaged.add(link.row().name());
        problems.add(
                "recording " + link.row().recording().id() + " (" + link.row().name() + "): " + what);
    }
}
