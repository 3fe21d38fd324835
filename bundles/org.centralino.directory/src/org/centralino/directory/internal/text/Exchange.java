/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The user's own exchange, where a short number is one of its extensions. Immutable.
 *
 * @param hosts by which it is known, in lower case
 */
public record Exchange(Set<String> hosts) {

    /** As long as nobody said which. */
    public static final Exchange UNKNOWN = new Exchange(Set.of());

    /** Exchanges write where they are in place of a domain. */
    private static final Pattern PLACE = Pattern.compile("[0-9.]+|\\[.*]|localhost");

    public Exchange {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this host, in lower case and without a port, is one of its. */
    boolean has(String host) {
        return hosts.contains(host) || PLACE.matcher(host).matches();
    }
}
