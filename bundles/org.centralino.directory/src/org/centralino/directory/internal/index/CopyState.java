/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What is kept with a copy of a source, in the same commit.
 *
 * @param since what the source wants to be given the next time; null: everything is to be read
 * @param asOf when it was the source's own
 * @param settings a digest of the settings it was read with
 * @param country by which its numbers were understood
 */
public record CopyState(@Nullable String since, Instant asOf, String settings, String country) {

    private static final String FORMAT = "format";

    Map<String, String> toCommit() {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT, SourceIndex.FORMAT);
        data.put("asOf", asOf.toString());
        data.put("settings", settings);
        data.put("country", country);
        String next = since;
        if (next != null) {
            data.put("since", next);
        }
        return data;
    }

    /** Null where this is no copy that can be read. */
    static @Nullable CopyState ofCommit(Map<String, @Nullable String> data) {
        @Nullable String asOf = data.get("asOf");
        @Nullable String settings = data.get("settings");
        @Nullable String country = data.get("country");
        if (!SourceIndex.FORMAT.equals(data.get(FORMAT)) || asOf == null || settings == null || country == null) {
            return null;
        }
        try {
            return new CopyState(data.get("since"), Instant.parse(asOf), settings, country);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
