/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Postal addresses as directories write them, as lines. */
final class PostalAddress {

    private PostalAddress() {}

    /** A value of the syntax Postal Address: lines end with a dollar sign (RFC 4517, 3.3.28). */
    static String decode(String value) {
        List<String> lines = new ArrayList<>();
        for (String line : value.split("[$\n]")) {
            String clean = line.replace("\\24", "$")
                    .replace("\\5C", "\\")
                    .replace("\\5c", "\\")
                    .strip();
            if (!clean.isEmpty()) {
                lines.add(clean);
            }
        }
        return String.join("\n", lines);
    }

    /** Street, then postal code and place, then country, of attributes that have one of them each. */
    static String compose(Map<String, String> parts) {
        String street = part(parts, "street").isEmpty() ? part(parts, "streetAddress") : part(parts, "street");
        String province = part(parts, "st");
        String place = (part(parts, "postalCode") + " " + part(parts, "l")).strip();
        if (!place.isEmpty() && !province.isEmpty()) {
            place += " (" + province + ")";
        }
        List<String> lines = new ArrayList<>(List.of(street, part(parts, "postOfficeBox"), place, part(parts, "co")));
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }

    private static String part(Map<String, String> parts, String name) {
        return parts.getOrDefault(name, "");
    }
}
