/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a web page with places for values, for instance {@code https://crm.example.com/pop?number={number}}. A
 * value is data alone: it is escaped whole, and stands behind the {@code ?} or {@code #}, where it cannot lead to another
 * host or page. Whoever calls us chooses the name that is shown.
 */
final class UrlTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern QUERY = Pattern.compile("[?#]");
    private static final String UNRESERVED = "-._~";
    private static final int LONGEST = 256;

    private final String text;

    private UrlTemplate(String text) {
        this.text = text;
    }

    /**
     * Reads a template.
     *
     * @param known the names of its values
     * @throws IllegalArgumentException when it is none, with what is wrong with it
     */
    static UrlTemplate parse(String text, Set<String> known) {
        Matcher query = QUERY.matcher(text);
        int values = query.find() ? query.start() : text.length();
        for (MatchResult place : PLACE.matcher(text).results().toList()) {
            if (!known.contains(place.group(1))) {
                throw new IllegalArgumentException(
                        place.group() + " is no placeholder; there are " + new TreeSet<>(known));
            }
            if (place.start() < values) {
                throw new IllegalArgumentException(place.group() + " must stand behind the ? or # of the address");
            }
        }
        String fixed = PLACE.matcher(text).replaceAll("");
        if (fixed.contains("{") || fixed.contains("}")) {
            throw new IllegalArgumentException("a brace has no partner");
        }
        checkAddress(fixed);
        return new UrlTemplate(text);
    }

    /** The address with these values; one that is missing is empty. */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(escape(values.getOrDefault(place.group(1), ""))));
    }

    private static void checkAddress(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new IllegalArgumentException("it is no address that begins with http://host or https://host");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Percent-escapes all but RFC 3986's unreserved characters, in UTF-8. */
    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        int end = value.offsetByCodePoints(0, Math.min(LONGEST, value.codePointCount(0, value.length())));
        for (byte b : value.substring(0, end).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || UNRESERVED.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }
}
