/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often numbers were called; a call counts half after a month. Used by one thread; only what {@link #content} gave is written
 * by another.
 */
public final class CallCounts {

    private static final double HALF_LIFE_DAYS = 30;
    private static final int MOST = 1000;

    /** What counts less is forgotten. */
    private static final double LEAST = 0.05;

    private record Count(double calls, long day) {

        double at(long today) {
            return calls * Math.pow(0.5, Math.max(0, today - day) / HALF_LIFE_DAYS);
        }
    }

    private final JsonFile file;
    private final Map<String, Count> counts = new HashMap<>();

    public CallCounts(Path folder) {
        file = new JsonFile(folder.resolve("called.json"));
    }

    public void read() {
        file.read().path("calls").properties().forEach(entry -> {
            double calls = entry.getValue().path(0).asDouble();
            if (calls > 0 && Double.isFinite(calls)) {
                counts.put(
                        entry.getKey(),
                        new Count(calls, entry.getValue().path(1).asLong()));
            }
        });
    }

    /** Counts a call. @param today days since 1970 */
    public void called(String key, long today) {
        double before = counts.getOrDefault(key, new Count(0, today)).at(today);
        counts.put(key, new Count(before + 1, today));
        if (counts.size() > MOST) {
            counts.keySet().retainAll(oftenest(today, MOST / 2));
        }
    }

    /** Numbers by how often they were called, the most first. */
    public List<String> oftenest(long today, int most) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue().at(today) >= LEAST)
                .sorted(Comparator.<Map.Entry<String, Count>>comparingDouble(
                                entry -> -entry.getValue().at(today))
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is to be written now. */
    public ObjectNode content() {
        ObjectNode content = JsonFile.JSON.createObjectNode();
        ObjectNode calls = content.putObject("calls");
        counts.forEach((key, count) -> calls.putArray(key).add(count.calls()).add(count.day()));
        return content;
    }

    public void write(ObjectNode content) throws IOException {
        file.write(content);
    }
}
