/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.centralino.recording.Recording.Mark;

/** Marks as a text: {@code 12000 HELD,15000 RESUMED}, in milliseconds. */
final class Marks {

    private Marks() {}

    static String write(List<Mark> marks) {
        return marks.stream()
                .map(mark -> mark.at().toMillis() + " " + mark.kind())
                .collect(Collectors.joining(","));
    }

    /** What a newer workstation wrote and is not known here is left out. */
    static List<Mark> read(String text) {
        List<Mark> marks = new ArrayList<>();
        for (String each : text.split(",")) {
            int space = each.indexOf(' ');
            for (Mark.Kind kind : Mark.Kind.values()) {
                if (space > 0 && kind.name().equals(each.substring(space + 1))) {
                    marks.add(new Mark(Duration.ofMillis(Long.parseLong(each.substring(0, space))), kind));
                }
            }
        }
        return marks;
    }
}
