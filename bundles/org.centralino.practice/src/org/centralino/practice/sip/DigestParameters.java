/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** The parameters of an Authorization or WWW-Authenticate header, or their proxy brothers. */
public final class DigestParameters {
    private static final Pattern PARAMETER =
            Pattern.compile("([\\w-]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^,\\s\"]++))");
    private static final int LONGEST = 4096;

    private final Map<String, @Nullable String> values = new HashMap<>();

    /** @param header value or whole header, its scheme included */
    public DigestParameters(String header) {
        int scheme = header.toLowerCase(Locale.ROOT).indexOf("digest ");
        if (scheme < 0 || header.length() > LONGEST) {
            return;
        }
        Matcher matcher = PARAMETER.matcher(header.substring(scheme + "digest ".length()));
        while (matcher.find()) {
            @Nullable String quoted = matcher.group(2);
            String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            values.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** @return empty where the parameter is missing */
    public String text(String name) {
        String value = values.get(name);
        return value == null ? "" : value;
    }
}
