/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** The users' profiles, whose features can be changed for as long as the exchange runs. */
final class Profiles {

    private static final Pattern FEATURES = Pattern.compile("(\"features\":\\s*)\\{[^}]*}");

    private final Map<String, @Nullable String> features = new ConcurrentHashMap<>();

    /** A user's profile; null where there is no such user. */
    @Nullable
    String of(String user) throws IOException {
        try (InputStream stream = Profiles.class.getResourceAsStream("profiles/" + user + ".json")) {
            if (stream == null) {
                return null;
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            String changed = features.get(user);
            return changed == null
                    ? text
                    : FEATURES.matcher(text).replaceFirst("$1" + Matcher.quoteReplacement(changed));
        }
    }

    /** Puts this in place of a user's features, whatever it is: a broken one shows what a workstation makes of it. */
    void change(String user, String json) {
        features.put(user, json);
    }
}
