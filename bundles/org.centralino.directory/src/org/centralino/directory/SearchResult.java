/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

import java.util.List;

/**
 * What was found. Immutable.
 *
 * @param query for what
 * @param matches best first; of one person that several sources have, each
 * @param total how many there are with the left out ones
 * @param exact whether {@code total} is counted; otherwise there are at least so many
 */
public record SearchResult(SearchQuery query, List<Match> matches, int total, boolean exact) {

    public SearchResult {
        matches = List.copyOf(matches);
    }
}
