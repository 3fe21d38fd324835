/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.centralino.history.HistoryEntry.Part;
import org.eclipse.jdt.annotation.Nullable;

/** What happened in a call as one text of the database: a line each, its fields between tabs. */
final class Parts {

    private static final String HELD = "held";
    private static final String TRANSFERRED = "transferred";
    private static final String FAILED = "transfer-failed";

    private Parts() {}

    static String write(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Held held -> {
                    Instant until = held.until();
                    text.append(HELD).append('\t').append(held.from().toEpochMilli());
                    text.append('\t').append(until == null ? "" : until.toEpochMilli());
                }
                case Part.Transferred transferred -> {
                    text.append(transferred.succeeded() ? TRANSFERRED : FAILED);
                    text.append('\t').append(transferred.at().toEpochMilli());
                    text.append('\t').append(transferred.to());
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** What cannot be read is left out: a newer workstation may have written more. */
    static List<Part> read(String text) {
        List<Part> parts = new ArrayList<>();
        text.lines().forEach(line -> {
            Part part = part(line.split("\t", 3));
            if (part != null) {
                parts.add(part);
            }
        });
        return parts;
    }

    private static @Nullable Part part(String[] fields) {
        if (fields.length < 3) {
            return null;
        }
        try {
            Instant at = instant(fields[1]);
            return switch (fields[0]) {
                case HELD -> new Part.Held(at, fields[2].isEmpty() ? null : instant(fields[2]));
                case TRANSFERRED -> new Part.Transferred(at, fields[2], true);
                case FAILED -> new Part.Transferred(at, fields[2], false);
                default -> null;
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Instant instant(String milliseconds) {
        return Instant.ofEpochMilli(Long.parseLong(milliseconds));
    }
}
