/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

/**
 * What is looked for. Immutable.
 *
 * @param text what was typed, as it was typed; only its first 128 characters count
 * @param scope among whom
 * @param offset how many of the best to leave out, for a list that is scrolled on
 * @param limit how many at most, 1 to 500
 */
public record SearchQuery(String text, Scope scope, int offset, int limit) {

    /** Among whom to look. */
    public enum Scope {
        ALL,
        FAVOURITES,
        INTERNAL,
        EXTERNAL
    }
}
