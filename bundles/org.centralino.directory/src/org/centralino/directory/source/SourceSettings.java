/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.directory.Kind;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One source as the profile gives it. Immutable. Not all of it may be logged: it may have a password.
 *
 * @param id unique in the profile; made of type and place where the profile gives none
 * @param type which implementation reads it, the service property {@link DirectorySource#TYPE}
 * @param kind of its contacts
 * @param label for people
 * @param values the other keys; one value is a list of one, numbers and flags are text, and what stands in an object has the
 *     object's key, a dot and its own
 */
public record SourceSettings(String id, String type, Kind kind, String label, Map<String, List<String>> values) {

    public SourceSettings {
        values = Map.copyOf(values);
    }

    /** A value as text, of a list the first; null where there is none. */
    public @Nullable String text(String key) {
        List<String> texts = texts(key);
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** A value as a list of texts; empty where there is none. */
    public List<String> texts(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** The values of an object by their own keys; empty where there is none. */
    public Map<String, List<String>> object(String key) {
        String prefix = key + ".";
        Map<String, List<String>> members = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                members.put(name.substring(prefix.length()), value);
            }
        });
        return members;
    }

    /** The settings without their values, for logs. */
    @Override
    public String toString() {
        return "SourceSettings[" + id + " (" + type + ")]";
    }
}
